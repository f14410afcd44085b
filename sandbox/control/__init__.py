"""The sandbox over HTTP, under `/sandbox/`: for a page on which one can be anybody, and for load.

Ids are strings, as everywhere in Discord's JSON. `as` is the id of the person who looks or acts.

| request | what it gives or does |
|---|---|
| `GET /sandbox/people` | everyone there is, with servers and roles, and the bots |
| `GET /sandbox/state?as=&brief=` | servers with channels, threads, members and roles, and DMs, as they see them; \
`brief=1` gives names of servers only |
| `GET /sandbox/guilds/{id}?as=` | one server of these |
| `GET /sandbox/channels/{id}/messages?as=&limit=` | messages, oldest first, own ephemeral ones included; `before`, \
`after` or `around` a message's id |
| `GET /sandbox/channels/{id}/commands?as=` | the commands offered there, with their options |
| `POST /sandbox/act/{verb}` | run, menu, press, choose, submit, complete, say, edit, react, unreact, delete, dm |
| `PATCH /sandbox/people/{id}` | `dms_open`, `locale` |
| `GET`, `POST /sandbox/clock` | people's clock; `{"move": seconds}`, `{"set": ISO}`, `{"speed": number}` |
| `GET /sandbox/requests?after=&limit=` | the log of requests with bodies; `after` is a line's number |
| `GET /sandbox/violations` | what broke Discord's rules |
| `GET /sandbox/live?as=` | a WebSocket: what these people (ids with commas) receive, requests, the clock |

What a client would not let happen is answered 409 `{"refused": "…"}`, a wrong request 400, an unknown id 404.
"""
