#include "bytecode/debug.h"

#include "bytecode/marshal_reader.h"

#include <algorithm>

namespace loo {
namespace {

constexpr int magic_4_11 = 28;
constexpr const char* unknown_form = "a debug event has an unknown form";

struct Position {
  std::string_view file;
  std::int32_t line = 0;
  std::int32_t line_start = 0, offset = 0; // in bytes from the start of the file

  // Of a dummy position the offset is -1.
  [[nodiscard]] std::int32_t column_from(std::int32_t start) const { return std::max(offset - start, -1); }
};

std::int32_t natural(std::int64_t value) {
  return value < 0 || value > 0x7fffffff ? 0 : static_cast<std::int32_t>(value);
}

// {pos_fname; pos_lnum; pos_bol; pos_cnum}
std::optional<Position> position_of(const Marshalled& data, MarshalValue position) {
  if (!data.is_block(position, 0, 4)) return std::nullopt;
  const std::span<const MarshalValue> fields = data.fields(position);
  if (!data.is_string(fields[0]) || !data.is_integer(fields[1]) || !data.is_integer(fields[2]) ||
      !data.is_integer(fields[3])) {
    return std::nullopt;
  }
  const std::int64_t offset = data.integer(fields[3]);
  return Position{data.string(fields[0]), natural(data.integer(fields[1])), natural(data.integer(fields[2])),
                  offset == -1 ? -1 : natural(offset)};
}

struct Location {
  Position start, end;
};

// {loc_start; loc_end; loc_ghost}
std::optional<Location> location_of(const Marshalled& data, MarshalValue location) {
  if (!data.is_block(location, 0, 3)) return std::nullopt;
  const auto start = position_of(data, data.fields(location)[0]), end = position_of(data, data.fields(location)[1]);
  if (!start || !end) return std::nullopt;
  return Location{*start, *end};
}

} // namespace

// An event is {ev_pos; ev_module; ev_loc; ev_kind; ...}; 4.11 put ev_defname
// behind ev_kind.
Result<std::size_t> read_event_list(const FileSection& section, OcamlVersion version, std::uint32_t origin,
                                    std::size_t code_words, std::size_t& name_budget,
                                    std::vector<DebugEvent>& events) {
  const Result<Marshalled> read = Marshalled::read(section);
  if (!read) return read.error();
  const Marshalled& data = *read;
  const bool has_definition = version.at_least(magic_4_11);
  std::size_t count = 0;
  for (MarshalValue list = data.root(); !data.is_integer(list, 0); list = data.fields(list)[1]) {
    if (!data.is_block(list, 0, 2) || ++count > data.object_count()) return section.error(unknown_form);
    const MarshalValue value = data.fields(list)[0];
    if (!data.is_block(value, 0, has_definition ? 11 : 10)) return section.error(unknown_form);
    const std::span<const MarshalValue> fields = data.fields(value);
    const std::optional<Location> location = location_of(data, fields[2]);
    if (!location || !data.is_integer(fields[0]) || (has_definition && !data.is_string(fields[4]))) {
      return section.error(unknown_form);
    }
    const std::string_view definition = has_definition ? data.string(fields[4]) : std::string_view{};
    // Events share their names in the file; copies of a long one must not fill
    // the memory.
    const auto& [start, end] = *location;
    if (start.file.size() + definition.size() > name_budget) {
      return section.error("the names in the debug events are too long");
    }
    name_budget -= start.file.size() + definition.size();
    const std::int64_t position = data.integer(fields[0]);
    if (position < 0 || static_cast<std::uint64_t>(position) / 4 + origin > code_words) {
      return section.error("a debug event lies beyond the code");
    }
    events.push_back({origin + static_cast<std::uint32_t>(position / 4), std::string(start.file), start.line,
                      start.column_from(start.line_start), std::string(definition), end.line,
                      end.column_from(end.line_start), end.column_from(start.line_start)});
  }
  return data.size_in_bytes();
}

Result<std::vector<DebugEvent>> read_debug_section(const FileSection& section, OcamlVersion version,
                                                   std::size_t code_words) {
  std::vector<DebugEvent> events;
  constexpr const char* cut = "the debug events are cut short";
  const Bytes bytes = section.bytes;
  if (bytes.size() < 4) return section.error(cut);
  std::size_t name_budget = bytes.size() * 16 + (std::size_t{1} << 20);
  std::size_t offset = 4;
  for (std::uint32_t units = ByteReader(bytes).u32(); units > 0; --units) {
    if (bytes.size() - offset < 4) return section.error_at(offset, cut);
    const std::uint32_t origin = ByteReader(bytes, offset).u32() / 4;
    offset += 4;
    const FileSection list = section.part(offset, bytes.size() - offset);
    const Result<std::size_t> size = read_event_list(list, version, origin, code_words, name_budget, events);
    if (!size) return size.error();
    offset += *size;
    const std::uint64_t directories = marshalled_length(bytes.subspan(offset));
    if (directories == 0) return section.error_at(offset, cut);
    offset += static_cast<std::size_t>(directories);
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const DebugEvent& a, const DebugEvent& b) { return a.pc < b.pc; });
  return events;
}

} // namespace loo
