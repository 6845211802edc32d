"""What the schema of ninjs 3.1 allows in an item of text or picture, told again as a JSON Schema.

The IPTC's own schema (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json, CC BY 4.0) decides; here stand its keys and
their types for the items that govnews makes. Keys of events, plannings, renditions and rights are left out, so that an
item valid by this shape is valid by the IPTC's.
"""

from typing import Any

_STRING = {"type": "string"}
_URI = {"type": "string", "format": "uri"}
_WHEN = {"type": "string", "format": "date-time"}


def _closed(required: tuple[str, ...], keys: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": keys, "required": list(required), "additionalProperties": False}


def _many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_TEXT = {"role": _STRING, "contentType": _STRING, "value": _STRING}
_NAMED = {"name": _STRING, "rel": _STRING, "uri": _URI, "literal": _STRING}
_COUNTS = {"charCount": {"type": "integer"}, "wordCount": {"type": "integer"}}
_ITEM = {
    "uri": _URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "profile": _STRING,
    "version": _STRING,
    "firstCreated": _WHEN,
    "versionCreated": _WHEN,
    "contentCreated": _WHEN,
    "language": _STRING,
    "title": _STRING,
    "by": _STRING,
    "slugline": _STRING,
    "located": _STRING,
    "headlines": _many(_closed(("value",), _TEXT)),
    "descriptions": _many(_closed(("value",), _TEXT)),
    "bodies": _many(_closed(("value",), {**_TEXT, **_COUNTS})),
    "people": _many(_closed((), _NAMED)),
    "places": _many(_closed((), _NAMED)),
    "subjects": _many(_closed((), _NAMED)),
    "infoSources": _many(_closed((), {"name": _STRING, "role": _STRING, "uri": _URI, "literal": _STRING})),
    "genres": _many(_closed((), {"name": _STRING, "uri": _STRING, "literal": _STRING})),
    "altIds": _many(_closed((), {"role": _STRING, "value": _STRING})),
    "standard": _closed((), {"name": _STRING, "version": _STRING, "schema": _URI}),
}

SHAPE: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {"associated": _closed(("name", "uri"), {**_ITEM, "name": _STRING, "rel": _STRING})},
    **_closed(("uri",), {**_ITEM, "associations": _many({"$ref": "#/$defs/associated"})}),
}
