"""From a transcription to TEI, and from annotations to tags in its bytes."""
