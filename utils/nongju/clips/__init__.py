"""Clips from phones: taken in safely, measured, recognised, edited. Nothing heavy is imported here."""
