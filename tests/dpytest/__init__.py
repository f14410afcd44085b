"""What dpytest can do: text commands by mention, their errors, direct messages.

It has no interactions, components or threads (everything else is tested on the sandbox), one bot per process at a time,
and writes attachments into the working directory; so nothing here sends any.
"""
