"""RELAX NG's compact syntax (ISO/IEC 19757-2, annex C), read as the XML syntax that the engine knows."""

from rubricator.validation.relaxng.compact.parser import to_xml

__all__ = ["to_xml"]
