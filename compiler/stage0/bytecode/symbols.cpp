#include "bytecode/symbols.h"

#include "bytecode/marshal_reader.h"

namespace loo {
namespace {

// A key is an Ident.t up to 5.1: Global name (tag 2) or Predef {name; stamp} (tag
// 3); from 5.2 on Glob_compunit name (tag 0) or Glob_predef name (tag 1).
std::optional<std::string_view> key_name(const Marshalled& data, MarshalValue key, OcamlVersion version) {
  const bool plain = version.at_least(magic_5_2);
  if (data.kind(key) != Constant::Kind::block) return std::nullopt;
  const bool unit = data.is_block(key, plain ? 0 : 2, 1);
  const bool predefined = plain ? data.is_block(key, 1, 1) : data.is_block(key, 3, 2);
  if (!unit && !predefined) return std::nullopt;
  const MarshalValue name = data.fields(key)[0];
  if (!data.is_string(name)) return std::nullopt;
  return data.string(name);
}

} // namespace

Result<std::vector<std::string>> read_symbols(const FileSection& section, OcamlVersion version, std::size_t slots) {
  Result<Marshalled> read = Marshalled::read(section);
  if (!read) return read.error();
  const Marshalled& data = *read;
  // {cnt; tbl}, a Map: Empty = 0, Node {l; v; d; r; h}.
  if (!data.is_block(data.root(), 0, 2)) return section.error("the table of globals has an unknown form");

  std::vector<std::string> names(slots);
  std::vector<MarshalValue> pending{data.fields(data.root())[1]};
  std::size_t nodes = 0;
  while (!pending.empty()) {
    const MarshalValue node = pending.back();
    pending.pop_back();
    if (data.is_integer(node, 0)) continue;
    // A map is a tree: more nodes than objects means that it was tampered with.
    if (!data.is_block(node, 0, 5) || ++nodes > data.object_count()) {
      return section.error("the table of globals has an unknown form");
    }
    const std::span<const MarshalValue> fields = data.fields(node);
    const auto name = key_name(data, fields[1], version);
    if (!name || !data.is_integer(fields[2])) return section.error("the table of globals has an unknown form");
    const std::int64_t slot = data.integer(fields[2]);
    if (slot < 0 || static_cast<std::uint64_t>(slot) >= slots) {
      return section.error("global `" + std::string(*name) + "` has slot " + std::to_string(slot) + " of " +
                           std::to_string(slots));
    }
    names[static_cast<std::size_t>(slot)] = *name;
    pending.push_back(fields[0]);
    pending.push_back(fields[3]);
  }
  return names;
}

} // namespace loo
