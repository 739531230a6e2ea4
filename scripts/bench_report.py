"""What `scripts/bench programs` measured: as JSON, as a page with plots, and compared with an older one.

The JSON form, a dictionary:
  format          1
  rounds          how often each configuration ran
  configurations  their names, in order: "lua5.4", "luajit -joff", "lua5.4 by hand", ...
  programs        {name: {"seconds": of ocamlrun, "mebibytes": of ocamlrun, "ratios": {configuration: ratio}}}
A ratio is to ocamlrun in the same round: {"median": m, "low": l, "high": h, "memory": m}, of the rounds; or it is
{"failed": why}. A configuration that can't run the program isn't there.
"""
import html
import json
import math
import pathlib
import statistics

FORMAT = 1
COLOURS = ("#1b6ca8", "#d1495b", "#2e933c", "#8f5db7", "#c77d0a", "#00798c", "#6b705c", "#b5179e", "#495057", "#7f5539")


def ratio(costs, base):
    """The ratio of one configuration's runs to ocamlrun's of the same rounds."""
    each = [cost.seconds / other.seconds for cost, other in zip(costs, base)]
    memory = statistics.median(cost.mebibytes for cost in costs) / statistics.median(cost.mebibytes for cost in base)
    return {"median": statistics.median(each), "low": min(each), "high": max(each), "memory": memory}


def program(runs):
    """The entry of a program, of {configuration: its runs or why there are none}, "ocamlrun" among them."""
    base = runs["ocamlrun"]
    ratios = {name: {"failed": costs} if isinstance(costs, str) else ratio(costs, base)
              for name, costs in runs.items() if name != "ocamlrun"}
    return {"seconds": statistics.median(cost.seconds for cost in base),
            "mebibytes": statistics.median(cost.mebibytes for cost in base), "ratios": ratios}


def report(programs, configurations, rounds):
    return {"format": FORMAT, "rounds": rounds, "configurations": list(configurations), "programs": programs}


def load(path):
    """The report in a file; ValueError if there is none."""
    try:
        found = json.loads(pathlib.Path(path).read_text())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("programs"), dict):
        raise ValueError(f"{path}: not a report of `bench programs`, or of another version")
    return found


def save(found, path):
    pathlib.Path(path).write_text(json.dumps(found, indent=1) + "\n")


def geometric_mean(values):
    return math.exp(sum(math.log(v) for v in values) / len(values)) if values else float("nan")


def mean(found, configuration, key="median"):
    """The geometric mean of a configuration's ratios, over the programs that it ran."""
    ratios = (entry["ratios"].get(configuration, {}) for entry in found["programs"].values())
    return geometric_mean([ratio[key] for ratio in ratios if key in ratio])


def compare(old, new, tolerance):
    """(regressions, improvements, notes), lines each. A ratio changed when its median moved by more than the wider of
    the two spreads, and by more than `tolerance` of what it was; what failed and didn't before is a regression."""
    worse, better, notes = [], [], []
    for name, before in old["programs"].items():
        after = new["programs"].get(name)
        if after is None:
            notes.append(f"{name}: only in the old report")
            continue
        for configuration, was in before["ratios"].items():
            now = after["ratios"].get(configuration)
            where = f"{name} on {configuration}"
            if now is None:
                notes.append(f"{where}: only in the old report")
            elif "failed" in now:
                (notes if "failed" in was else worse).append(f"{where}: {now['failed']}")
            elif "failed" in was:
                better.append(f"{where}: works, was {was['failed']}")
            else:
                change = now["median"] - was["median"]
                spread = max(was["high"] - was["low"], now["high"] - now["low"])
                if abs(change) > max(spread, tolerance * was["median"]):
                    line = (f"{where}: {text_of(was)} -> {text_of(now)}, {100 * change / was['median']:+.0f}%")
                    (worse if change > 0 else better).append(line)
    notes += [f"{name}: only in the new report" for name in new["programs"] if name not in old["programs"]]
    return worse, better, notes


def text_of(ratio):
    if "failed" in ratio:
        return ratio["failed"]
    return f"{ratio['median']:.2f} ({ratio['low']:.2f}..{ratio['high']:.2f})"


class Scale:
    """Ratios to horizontal places, logarithmic, from the least power of two to the largest that are needed."""

    def __init__(self, values, left, width):
        self.first = math.floor(math.log2(min(values)))
        self.last = max(self.first + 1, math.ceil(math.log2(max(values))))
        self.left, self.width = left, width

    def __call__(self, value):
        return self.left + self.width * (math.log2(value) - self.first) / (self.last - self.first)

    def ticks(self):
        return [2.0 ** power for power in range(self.first, self.last + 1)]


def axis(scale, height):
    parts = []
    for tick in scale.ticks():
        x = scale(tick)
        parts.append(f'<line x1="{x:.1f}" y1="20" x2="{x:.1f}" y2="{height}" stroke="{"#333" if tick == 1 else "#ddd"}"/>'
                     f'<text x="{x:.1f}" y="14" text-anchor="middle">{tick:g}</text>')
    return parts


def plot_of_programs(found, colours):
    """A row per program: for each configuration a point at its median and a line over its spread."""
    rows = {name: {c: r for c, r in entry["ratios"].items() if "median" in r} for name, entry in found["programs"].items()}
    values = [r[key] for ratios in rows.values() for r in ratios.values() for key in ("low", "high")]
    if not values:
        return ""
    step, lane = 14 + 5 * len(colours), 5
    height = 24 + step * len(rows)
    scale = Scale([*values, 1.0], 120, 760)
    parts = [f'<svg viewBox="0 0 900 {height}" width="900" height="{height}" role="img">', *axis(scale, height)]
    for row, (name, ratios) in enumerate(rows.items()):
        top = 24 + row * step
        parts.append(f'<line x1="0" y1="{top}" x2="900" y2="{top}" stroke="#eee"/>'
                     f'<text x="112" y="{top + step / 2 + 4:.0f}" text-anchor="end">{html.escape(name)}</text>')
        for index, (configuration, colour) in enumerate(colours.items()):
            if configuration not in ratios:
                continue
            r, y = ratios[configuration], top + 9 + index * lane
            title = html.escape(f"{name} on {configuration}: {text_of(r)}")
            parts.append(f'<g stroke="{colour}" fill="{colour}"><title>{title}</title>'
                         f'<line x1="{scale(r["low"]):.1f}" y1="{y}" x2="{scale(r["high"]):.1f}" y2="{y}" stroke-width="2"/>'
                         f'<circle cx="{scale(r["median"]):.1f}" cy="{y}" r="3"/></g>')
    return "\n".join([*parts, "</svg>"])


def plot_of_means(found, colours):
    """A bar per configuration: the geometric mean of its ratios, from 1."""
    means = {name: value for name in colours if not math.isnan(value := mean(found, name))}
    if not means:
        return ""
    height = 28 + 24 * len(means)
    scale = Scale([*means.values(), 1.0], 160, 680)
    parts = [f'<svg viewBox="0 0 900 {height}" width="900" height="{height}" role="img">', *axis(scale, height)]
    for row, (name, value) in enumerate(means.items()):
        y, (start, end) = 26 + 24 * row, sorted((scale(1.0), scale(value)))
        parts.append(f'<text x="152" y="{y + 13}" text-anchor="end">{html.escape(name)}</text>'
                     f'<rect x="{start:.1f}" y="{y}" width="{max(end - start, 1):.1f}" height="16" fill="{colours[name]}"/>'
                     f'<text x="{end + 6:.1f}" y="{y + 13}">{value:.2f}</text>')
    return "\n".join([*parts, "</svg>"])


def table(found):
    names = found["configurations"]
    cells = ["".join(f"<th>{html.escape(text)}</th>" for text in ("program", "ocamlrun s", *names))]
    for name, entry in found["programs"].items():
        texts = [html.escape(text_of(entry["ratios"][c])) if c in entry["ratios"] else "-" for c in names]
        cells.append("".join([f"<th>{html.escape(name)}</th><td>{entry['seconds']:.2f}</td>", *(f"<td>{t}</td>" for t in texts)]))
    for title, key in (("geometric mean", "median"), ("memory, geometric mean", "memory")):
        means = "".join(f"<td>{mean(found, c, key):.2f}</td>" for c in names)
        cells.append(f"<th>{title}</th><td></td>{means}")
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "\n</table>"


STYLE = """body { font: 14px sans-serif; margin: 2em; max-width: 70em } svg { font-size: 12px; display: block }
table { border-collapse: collapse } td, th { padding: 2px 8px; border-bottom: 1px solid #ddd; text-align: right }
th:first-child { text-align: left } .key { margin-right: 1.5em; white-space: nowrap }"""


def page(found):
    """The report as one HTML file that needs no other."""
    names = found["configurations"]
    colours = {name: COLOURS[index % len(COLOURS)] for index, name in enumerate(names)}
    key = "".join(f'<span class="key"><span style="color:{colour}">&#9679;</span> {html.escape(name)}</span>'
                  for name, colour in colours.items())
    rounds = found["rounds"]
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>lua_of_ocaml: benchmarks</title><style>
{STYLE}
</style></head><body>
<h1>Benchmarks</h1>
<p>CPU seconds as ratios to <code>ocamlrun</code>'s in the same round: below 1 is faster. Medians of {rounds} rounds, and
from the least to the most in brackets and as lines. Scales are logarithmic.</p>
<h2>All programs, geometric means</h2>
<p>Each of the programs that the configuration ran: twins written by hand exist for some.</p>
{plot_of_means(found, colours)}
<h2>Each program</h2>
<p>{key}</p>
{plot_of_programs(found, colours)}
<h2>Numbers</h2>
{table(found)}
</body></html>
"""
