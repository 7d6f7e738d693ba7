"""millrace: readings of water gauges. A small library that was invented for eval:lab; nobody has seen it before."""

from datetime import datetime, timedelta


def parse_stamp(text):
    day, month, year = text.split("-")
    return datetime(int(year), int(month), int(day))


class Series:
    def __init__(self, rows):
        self.rows = [(t, v) for t, v in rows]

    def __len__(self):
        return len(self.rows)

    def times(self):
        return [t for t, _ in self.rows]

    def values(self):
        return [v for _, v in self.rows]

    def sort(self, by="time"):
        self.rows.sort(key=lambda row: row[0 if by == "time" else 1])

    def window(self, start, end):
        return Series([(t, v) for t, v in self.rows if start < t <= end])

    def resample(self, minutes):
        buckets = {}
        for t, v in self.rows:
            whole = (t.hour * 60 + t.minute) // minutes * minutes
            start = t.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=whole)
            buckets.setdefault(start + timedelta(minutes=minutes), []).append(v)
        return Series([(t, sum(vs) / len(vs)) for t, vs in sorted(buckets.items())])

    def merge(self, other):
        seen = set(self.times())
        return Series(self.rows + [(t, v) for t, v in other.rows if t not in seen])

    def fill(self, longest=3):
        rows, gap, last = [], 0, None
        values = self.values()
        for i, (t, v) in enumerate(self.rows):
            if v is None:
                end = i
                while end < len(values) and values[end] is None:
                    end += 1
                start = i
                while start > 0 and values[start - 1] is None:
                    start -= 1
                gap = end - start
                rows.append((t, last if gap <= longest else None))
            else:
                last = v
                rows.append((t, v))
        return Series(rows)

    def percentile(self, p):
        p = min(max(p, 0.0), 1.0)
        ordered = sorted(v for v in self.values() if v is not None)
        return ordered[min(len(ordered) - 1, int(p * (len(ordered) - 1) + 0.5))]

    def diff(self):
        values = self.values()
        return [0.0] + [b - a for a, b in zip(values, values[1:])]

    def shift(self, n):
        values = self.values()
        moved = values[n:] + [None] * n if n >= 0 else [None] * -n + values[:n]
        return Series(list(zip(self.times(), moved)))


class Flow:
    def __init__(self, series):
        self.series = series

    def rate(self):
        hours = (self.series.times()[-1] - self.series.times()[0]).total_seconds() / 3600
        return sum(self.series.values()) / (hours * 60)

    def total(self):
        return sum(self.series.values()) / 1000


class Alarm:
    def __init__(self, limit):
        self.limit = limit

    def above(self, series):
        return [t for t, v in series.rows if v >= self.limit]


class Station:
    def __init__(self, rows):
        self._rows, self._scale, self._pending, self.saved = rows, 0.0, [], []

    @classmethod
    def open(cls, rows):
        return cls(rows)

    def calibrate(self, scale=1.0):
        self._scale = scale
        return self

    def read(self):
        return Series([(t, v * self._scale) for t, v in self._rows])

    def add(self, time, value):
        self._pending.append((time, value))

    def flush(self):
        self.saved.extend(self._pending)
        self._pending = []

    def close(self):
        self._pending = []
        return self.saved


def export_csv(series):
    return "\n".join(f"{t:%Y-%m-%d %H:%M};{str(v).replace('.', ',')}" for t, v in series.rows)
