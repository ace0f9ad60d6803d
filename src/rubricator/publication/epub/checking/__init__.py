"""What is wrong with a book, whoever made it, beyond what EPUBCheck and Ace look for."""

from rubricator.publication.epub.checking.check import RULES, check
from rubricator.publication.epub.checking.found import Book

__all__ = ["RULES", "Book", "check"]
