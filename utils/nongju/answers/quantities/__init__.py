"""Typed and spoken amounts: `quantity.read` reads one, and asks where a person must say more."""
