"""Whether a paper or a file is what the portal stored: by its hash, its QR code or its bytes."""
