// Links object files as ocamlc does (bytelink.ml, symtable.ml): a first pass, from
// the last file to the first, finds the units that are needed; a second one, in
// order, gives slots to globals and literals and numbers to primitives, in the
// order in which relocations ask for them. Slots are those that ocamlc gives;
// primitives are only the ones that are used.
#include "bytecode/constants.h"
#include "bytecode/debug.h"
#include "bytecode/image.h"
#include "bytecode/literals.h"
#include "bytecode/object_file.h"
#include "bytecode/symbols.h"
#include "bytecode/validate.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

namespace loo {
namespace {

constexpr int magic_5_1 = 33;

struct Input {
  const ObjectFile* file;
  ObjectContents contents;
};

struct LinkedUnit {
  std::size_t input;
  const ObjectUnit* unit;
};

std::string quote(std::string_view name) { return '`' + std::string(name) + '`'; }

// First pass: which units take part.
class Selector {
public:
  explicit Selector(const std::vector<Input>& inputs) : inputs_(inputs) {}

  std::optional<Diagnostic> run(std::vector<LinkedUnit>& units) {
    for (std::size_t i = inputs_.size(); i-- > 0;) {
      const ObjectContents& contents = inputs_[i].contents;
      for (std::size_t j = contents.units.size(); j-- > 0;) {
        const ObjectUnit& unit = contents.units[j];
        if (contents.library && !unit.force_link && !is_needed(unit)) continue;
        if (auto error = add({i, &unit})) return error;
        units.push_back({i, &unit});
      }
    }
    std::reverse(units.begin(), units.end());
    return missing_.empty() ? std::nullopt : std::optional(missing());
  }

private:
  [[nodiscard]] std::string describe(const LinkedUnit& unit) const {
    return quote(unit.unit->name) + " (" + inputs_[unit.input].file->name + ')';
  }

  [[nodiscard]] bool is_needed(const ObjectUnit& unit) const {
    return std::any_of(unit.relocations.begin(), unit.relocations.end(), [&](const Relocation& relocation) {
      return relocation.kind == Relocation::Kind::set_unit && missing_.contains(relocation.name);
    });
  }

  std::optional<Diagnostic> add(const LinkedUnit& unit) {
    const std::string& file = inputs_[unit.input].file->name;
    std::optional<Diagnostic> error;
    const auto require = [&](std::string_view name) {
      const auto provider = provided_.find(name);
      if (provider != provided_.end() && !error) {
        error = Diagnostic{ErrorKind::input,
                           {file, "", std::nullopt},
                           "unit " + quote(unit.unit->name) + " needs " + describe(provider->second) +
                               ", which comes later in the order of linking"};
      }
      std::vector<LinkedUnit>& users = missing_[name];
      if (users.empty() || users.back().unit != unit.unit) users.push_back(unit);
    };
    for (const Relocation& relocation : unit.unit->relocations) {
      if (relocation.kind == Relocation::Kind::get_unit) require(relocation.name);
    }
    for (const std::string_view name : unit.unit->required) require(name);
    if (error) return error;
    for (const Relocation& relocation : unit.unit->relocations) {
      if (relocation.kind != Relocation::Kind::set_unit) continue;
      missing_.erase(relocation.name);
      const auto [other, fresh] = provided_.try_emplace(relocation.name, unit);
      if (!fresh) {
        return Diagnostic{ErrorKind::input,
                          {file, "", std::nullopt},
                          "unit " + quote(relocation.name) + " is defined here and again in " +
                              inputs_[other->second.input].file->name};
      }
    }
    return std::nullopt;
  }

  // Names the missing unit that is first in the alphabet and its users, in the
  // order of linking.
  [[nodiscard]] Diagnostic missing() const {
    const auto& [name, users] = *missing_.begin();
    constexpr std::size_t shown = 4;
    std::string message = "no implementation of " + quote(name) + ", which is needed by ";
    for (std::size_t i = 0; i < std::min(users.size(), shown); ++i) {
      if (i > 0) message += ", ";
      message += describe(users[users.size() - 1 - i]);
    }
    if (users.size() > shown) message += " and " + std::to_string(users.size() - shown) + " more";
    if (missing_.size() > 1) {
      message += "; " + std::to_string(missing_.size() - 1) + " more missing: ";
      std::size_t count = 0;
      for (auto other = std::next(missing_.begin()); other != missing_.end() && count < shown; ++other, ++count) {
        message += (count > 0 ? ", " : "") + quote(other->first);
      }
      if (missing_.size() - 1 > shown) message += ", ...";
    }
    return {ErrorKind::input, {inputs_[users.back().input].file->name, "", std::nullopt}, message};
  }

  const std::vector<Input>& inputs_;
  std::map<std::string_view, std::vector<LinkedUnit>> missing_; // and who needs it, last first
  std::unordered_map<std::string_view, LinkedUnit> provided_;
};

// Second pass: slots, numbers, code. `open`: units that aren't there are imported.
class Assembler {
public:
  Assembler(const std::vector<Input>& inputs, Image& image, bool open = false)
      : inputs_(inputs), image_(image), table_(image.constants), open_(open) {
    std::int64_t id = 0;
    for (const char* name : predefined_exceptions) {
      predefined_.emplace(name, static_cast<std::uint32_t>(image_.globals.size()));
      const ConstId string = table_.string(name);
      add_slot(name, table_.block(248, {string, table_.integer(--id)}));
    }
  }

  std::optional<Diagnostic> add(const LinkedUnit& linked) {
    if (linked.input != current_input_ || !importer_) open(linked.input);
    const ObjectUnit& unit = *linked.unit;
    const auto begin = static_cast<std::uint32_t>(image_.code.size());
    for (ByteReader in(unit.code); in.has(4);) {
      image_.code.push_back(static_cast<std::int32_t>(static_cast<std::uint32_t>(in.unsigned_le(4))));
    }
    for (const Relocation& relocation : unit.relocations) {
      const Result<std::uint32_t> number = resolve(relocation);
      if (!number) return number.error();
      image_.code[begin + relocation.word] = static_cast<std::int32_t>(*number);
    }
    return std::nullopt;
  }

  void finish() {
    image_.code.push_back(stop);
    if (open_) image_.imported.resize(image_.globals.size(), false);
  }

private:
  static constexpr std::int32_t stop = 143;

  // Literals share what they share within their file.
  void open(std::size_t input) {
    current_input_ = input;
    const Marshalled& data = inputs_[input].contents.descriptor;
    importer_ = std::make_unique<ConstantImporter>(table_, image_.constants, data);
    translator_ = std::make_unique<LiteralTranslator>(table_, image_.constants, data, data.size_in_bytes());
  }

  std::uint32_t add_slot(std::string_view name, ConstId value) {
    image_.globals.push_back(value);
    image_.global_names.emplace_back(name);
    return static_cast<std::uint32_t>(image_.globals.size() - 1);
  }

  Result<std::uint32_t> resolve(const Relocation& relocation) {
    switch (relocation.kind) {
    case Relocation::Kind::literal: {
      const std::optional<ConstId> value = image_.version.at_least(magic_5_1)
                                               ? std::optional(importer_->import(relocation.literal))
                                               : translator_->translate(relocation.literal);
      if (!value) return error("a literal has an unknown form");
      if (image_.constants.size() > max_constants) return error(too_many_constants);
      return add_slot("", *value);
    }
    case Relocation::Kind::get_predefined: {
      const auto slot = predefined_.find(relocation.name);
      if (slot == predefined_.end()) return error("unknown predefined exception " + quote(relocation.name));
      return slot->second;
    }
    case Relocation::Kind::get_unit: {
      const auto slot = units_.find(relocation.name);
      if (slot != units_.end()) return slot->second;
      if (!open_) return error("unit " + quote(relocation.name) + " is used before it is set");
      const std::uint32_t imported = add_slot(relocation.name, table_.integer(0));
      units_[relocation.name] = imported;
      image_.imported.resize(imported + 1, false);
      image_.imported[imported] = true;
      return imported;
    }
    case Relocation::Kind::set_unit: {
      const std::uint32_t slot = add_slot(relocation.name, table_.integer(0));
      units_[relocation.name] = slot;
      return slot;
    }
    case Relocation::Kind::primitive: {
      const auto next = static_cast<std::uint32_t>(image_.primitives.size());
      const auto [entry, fresh] = primitives_.try_emplace(relocation.name, next);
      if (fresh) image_.primitives.emplace_back(relocation.name);
      return entry->second;
    }
    }
    return error("unknown relocation");
  }

  [[nodiscard]] Diagnostic error(std::string message) const {
    return {ErrorKind::input, {inputs_[current_input_].file->name, "", std::nullopt}, std::move(message)};
  }

  const std::vector<Input>& inputs_;
  Image& image_;
  ConstantTable table_;
  bool open_;
  std::size_t current_input_ = 0;
  std::unique_ptr<ConstantImporter> importer_;
  std::unique_ptr<LiteralTranslator> translator_;
  std::unordered_map<std::string_view, std::uint32_t> predefined_, units_, primitives_;
};

// Compressed events are left out: there is no zstd here, and locations are an extra.
std::optional<Diagnostic> add_events(const std::vector<LinkedUnit>& units, Image& image) {
  std::uint32_t origin = 0;
  for (const LinkedUnit& linked : units) {
    const FileSection& events = linked.unit->events;
    const auto words = static_cast<std::uint32_t>(linked.unit->code.size() / 4);
    if (!events.bytes.empty() && !is_compressed(events.bytes)) {
      std::size_t name_budget = events.bytes.size() * 16 + (std::size_t{1} << 20);
      const Result<std::size_t> read =
          read_event_list(events, image.version, origin, origin + words, name_budget, image.events);
      if (!read) return read.error();
    }
    origin += words;
  }
  std::stable_sort(image.events.begin(), image.events.end(),
                   [](const DebugEvent& a, const DebugEvent& b) { return a.pc < b.pc; });
  return std::nullopt;
}

// What is wrong with the linked code is wrong with the unit that it came from.
Diagnostic blame_unit(Diagnostic error, const std::vector<LinkedUnit>& units, const std::vector<Input>& inputs) {
  Place& place = error.place;
  if (place.section != "CODE" || !place.offset) return error;
  std::uint64_t begin = 0;
  for (const LinkedUnit& linked : units) {
    const std::uint64_t size = linked.unit->code.size();
    if (*place.offset < begin + size) {
      place = {inputs[linked.input].file->name, "code of " + std::string(linked.unit->name), *place.offset - begin};
      break;
    }
    begin += size;
  }
  return error;
}

Result<Image> assemble_image(const std::vector<Input>& inputs, const std::vector<LinkedUnit>& units, bool open,
                             const ReadOptions& options) {
  Image image;
  image.version = inputs.front().contents.version;
  Assembler assembler(inputs, image, open);
  for (const LinkedUnit& unit : units) {
    if (auto error = assembler.add(unit)) return *std::move(error);
  }
  assembler.finish();
  if (auto error = cut_and_validate(image, inputs.front().file->name)) return blame_unit(*std::move(error), units, inputs);
  if (options.debug_events) {
    if (auto error = add_events(units, image)) return *std::move(error);
  }
  return image;
}

} // namespace

Result<Image> link_objects(std::span<const ObjectFile> files, const ReadOptions& options) {
  if (files.empty()) return Diagnostic{ErrorKind::usage, Place{}, "there is nothing to link"};
  std::vector<Input> inputs;
  inputs.reserve(files.size());
  for (const ObjectFile& file : files) {
    Result<ObjectContents> contents = read_object_file(file.bytes, file.name);
    if (!contents) return contents.error();
    const OcamlVersion first = inputs.empty() ? contents->version : inputs.front().contents.version;
    if (contents->version.magic != first.magic) {
      return Diagnostic{ErrorKind::input,
                        {file.name, "", std::nullopt},
                        "this is of OCaml " + contents->version.name() + ", but " + inputs.front().file->name +
                            " is of OCaml " + first.name()};
    }
    inputs.push_back({&file, std::move(*contents)});
  }

  std::vector<LinkedUnit> units;
  if (auto error = Selector(inputs).run(units)) return *std::move(error);
  return assemble_image(inputs, units, false, options);
}

Result<std::vector<UnitImage>> read_units(const ObjectFile& file, const std::vector<std::string>& only,
                                          const ReadOptions& options) {
  Result<ObjectContents> contents = read_object_file(file.bytes, file.name);
  if (!contents) return contents.error();
  std::vector<Input> inputs;
  inputs.push_back({&file, std::move(*contents)});
  std::vector<UnitImage> images;
  for (const ObjectUnit& unit : inputs[0].contents.units) {
    if (!only.empty() && std::ranges::find(only, unit.name) == only.end()) continue;
    Result<Image> image = assemble_image(inputs, {{0, &unit}}, true, options);
    if (!image) return image.error();
    std::set<std::string> needs(unit.required.begin(), unit.required.end());
    for (const Relocation& relocation : unit.relocations)
      if (relocation.kind == Relocation::Kind::get_unit) needs.emplace(relocation.name);
    needs.erase(std::string(unit.name));
    images.push_back({std::move(*image), std::string(unit.name), {needs.begin(), needs.end()},
                      inputs[0].contents.library, unit.force_link});
  }
  return images;
}

} // namespace loo
