#include "lua/live_ranges.h"

#include <algorithm>

namespace loo {

namespace {

class Finder {
public:
  Finder(const Function& f, const Occurrences& occurrences)
      : f_(f), all_(occurrences), preds_(predecessors(f, reverse_postorder(f))), stamps_(occurrences.places.size()) {}

  // `own`: the variable's occurrences, in the order of the text.
  Segments find(ValueId v, std::span<const std::uint32_t> own) {
    value_ = v;
    out_.clear();
    for (const std::uint32_t i : own) {
      const Occurrence& at = all_.list[i];
      auto& stamp = stamps_[at.place];
      if (at.assigned) {
        stamp.assigned_by = v;
        stamp.assigned_at = at.position;
        out_.push_back({at.position, at.position});
      } else if (stamp.assigned_by == v) {
        out_.push_back({stamp.assigned_at, at.position});
      } else {
        out_.push_back({all_.places[at.place].first, at.position});
        live_at_start(at.place);
      }
    }
    while (!work_.empty()) {
      const std::uint32_t place = work_.back();
      work_.pop_back();
      if (place >= f_.blocks.size()) live_at_end(all_.source(all_.places[place].block, all_.places[place].edge));
      else
        for (const auto& [from, edge] : preds_[place]) {
          const std::uint32_t moves = all_.edge_places[all_.first_edge[from] + edge];
          live_at_end(moves == none ? all_.source(from, edge) : moves);
        }
    }
    tidy();
    return {out_.begin(), out_.end()};
  }

private:
  void live_at_start(std::uint32_t place) {
    if (stamps_[place].starts_with == value_) return;
    stamps_[place].starts_with = value_;
    work_.push_back(place);
  }

  void live_at_end(std::uint32_t place) {
    auto& stamp = stamps_[place];
    if (stamp.ends_with == value_) return;
    stamp.ends_with = value_;
    const TextPlace& at = all_.places[place];
    if (stamp.assigned_by == value_) out_.push_back({stamp.assigned_at, at.last});
    else {
      if (at.first != none) out_.push_back({at.first, at.last});
      live_at_start(place);
    }
  }

  void tidy() {
    std::ranges::sort(out_, {}, &Segment::first);
    std::size_t kept = 0;
    for (const Segment& next : out_) {
      if (kept > 0 && next.first <= out_[kept - 1].last + 1) out_[kept - 1].last = std::max(out_[kept - 1].last, next.last);
      else out_[kept++] = next;
    }
    out_.resize(kept);
  }

  // By place: the last variable for which something was found out.
  struct Stamp {
    ValueId assigned_by = none, starts_with = none, ends_with = none;
    std::uint32_t assigned_at = 0;
  };

  const Function& f_;
  const Occurrences& all_;
  const Predecessors preds_;
  std::vector<Stamp> stamps_;
  std::vector<std::uint32_t> work_;
  Segments out_;
  ValueId value_ = none;
};

} // namespace

bool intersect(const Segments& a, const Segments& b) {
  if (a.size() > b.size()) return intersect(b, a);
  if (a.empty()) return false;
  auto other = std::ranges::lower_bound(b, a.front().first, {}, &Segment::last);
  for (const Segment& segment : a) {
    while (other != b.end() && other->last < segment.first) ++other;
    if (other == b.end()) return false;
    if (other->first <= segment.last) return true;
  }
  return false;
}

Segments united(const Segments& a, const Segments& b) {
  Segments all;
  all.reserve(a.size() + b.size());
  std::ranges::merge(a, b, std::back_inserter(all), {}, &Segment::first, &Segment::first);
  return all;
}

Segments without(const Segments& all, Segment part) {
  Segments rest;
  rest.reserve(all.size() + 1);
  for (const Segment& s : all) {
    if (s.first < part.first) rest.push_back({s.first, std::min(s.last, part.first - 1)});
    if (s.last > part.last) rest.push_back({std::max(s.first, part.last + 1), s.last});
  }
  return rest;
}

std::vector<Segments> live_ranges(const Function& f, const Occurrences& occurrences, const std::vector<bool>& wanted) {
  std::vector<Segments> ranges(f.nodes.size());
  // The occurrences of each value, one value's behind the other's.
  std::vector<std::uint32_t> start(f.nodes.size() + 1, 0), own;
  for (const auto& at : occurrences.list) start[at.value]++;
  std::uint32_t total = 0;
  for (auto& count : start) total = count += total;
  own.resize(total);
  for (auto i = static_cast<std::uint32_t>(total); i-- > 0;) own[--start[occurrences.list[i].value]] = i;
  Finder finder(f, occurrences);
  for (ValueId v = 0; v < f.nodes.size(); ++v)
    if (wanted[v] && start[v] < start[v + 1])
      ranges[v] = finder.find(v, std::span(own).subspan(start[v], start[v + 1] - start[v]));
  return ranges;
}

} // namespace loo
