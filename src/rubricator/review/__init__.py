"""The ledger of a document's annotations, and what people decide about them."""

from rubricator.review.anchors import Quote, anchor, locate
from rubricator.review.ledger import Decision, Ledger, Record, Status

__all__ = ["Decision", "Ledger", "Quote", "Record", "Status", "anchor", "locate"]
