"""Campaigns: near-duplicates across authors, addresses and articles, found through an indexed table of hashes."""
