"""Setting things up on a server, and finding one's way: /setup, /help, /about, New here?"""
