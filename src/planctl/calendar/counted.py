"""Layers with many dates, as how many there are each month: what a picture has room for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from planctl.calendar.layers import OWN
from planctl.calendar.view import Activity, YearWheel, numbered
from planctl.model.period import Precision, month_period

MOST = 12
"""The most dates of a layer that are drawn one by one."""

_Bucket = tuple[str, str, date, date, Precision]


def counted(wheel: YearWheel) -> YearWheel:
    """Give the wheel with the dates of each crowded layer counted: by ring, and by month, season or year.

    The activities of year wheels and processes are always drawn one by one. The same wheel where no layer is crowded.
    """
    sizes = Counter(item.layer for item in wheel.activities)
    crowded = {layer for layer, size in sizes.items() if size > MOST and layer not in {"", *OWN.values()}}
    if not crowded:
        return wheel
    buckets: dict[_Bucket, list[Activity]] = {}
    for item in wheel.activities:
        if item.layer in crowded:
            buckets.setdefault(_bucket(item), []).append(item)
    kept = [item for item in wheel.activities if item.layer not in crowded]
    made = [_sum(bucket, items) for bucket, items in buckets.items()]
    return replace(wheel, activities=numbered([*kept, *made]))


def _bucket(item: Activity) -> _Bucket:
    if item.spans_months:
        return item.layer, item.ring, item.start, item.end, item.precision
    month = month_period(item.start.year, item.start.month)
    return item.layer, item.ring, month.start, month.end, "måned"


def _sum(bucket: _Bucket, items: list[Activity]) -> Activity:
    if len(items) == 1:
        return items[0]
    layer, _, start, end, precision = bucket
    return Activity(
        number=0,
        id=f"{layer}.{start}.{end}",
        title="",
        ring=items[0].ring,
        start=start,
        end=end,
        precision=precision,
        illustrative=all(item.illustrative for item in items),
        layer=layer,
        count=len(items),
        season=items[0].season if len({item.season for item in items}) == 1 else None,
    )
