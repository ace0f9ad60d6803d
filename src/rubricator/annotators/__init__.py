"""Annotators: what they suggest of a document, put together so that it can stand in one text."""
