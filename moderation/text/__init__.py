"""What a text holds: its characters, words, links, and the terms in it however they are disguised."""
