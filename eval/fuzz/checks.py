"""Checks for Schemathesis: no answer of Cairn may be a failure that Cairn has no words for. See eval/README.md."""

import schemathesis


@schemathesis.check
def no_bug(ctx, response, case):
    """A status of 5xx, or the code that Cairn gives to what it did not foresee."""
    assert response.status_code < 500, f"status {response.status_code}: {response.text[:500]}"
    assert '"code":"BUG"' not in response.text, response.text[:500]
    assert "INTERNAL_SERVER_ERROR" not in response.text, response.text[:500]
