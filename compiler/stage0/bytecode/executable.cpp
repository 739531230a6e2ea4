#include "bytecode/byte_reader.h"
#include "bytecode/constants.h"
#include "bytecode/debug.h"
#include "bytecode/image.h"
#include "bytecode/kinds.h"
#include "bytecode/marshal_reader.h"
#include "bytecode/symbols.h"
#include "bytecode/validate.h"

#include <bit>
#include <cstring>

namespace loo {
namespace {

// OCaml knows nine.
constexpr std::uint64_t max_sections = 1000;

struct TableOfContents {
  OcamlVersion version;
  std::vector<FileSection> sections;

  // The first of that name, as the OCaml runtime does; null if there is none.
  [[nodiscard]] const FileSection* find(std::string_view name) const {
    for (const FileSection& section : sections) {
      if (section.name == name) return &section;
    }
    return nullptr;
  }
};

// Read from the end: trailer (u32 number of sections, magic), before it a name
// and a u32 length for each section, before them the sections in that order.
// What comes first is the launcher, whatever it is.
Result<TableOfContents> read_table_of_contents(Bytes bytes, const std::string& file) {
  const FileSection whole{file, "", bytes};
  const Result<OcamlVersion> version = executable_version(bytes, file);
  if (!version) return version.error();

  TableOfContents toc;
  toc.version = *version;
  std::size_t end = bytes.size() - trailer_size;
  const std::uint64_t count = ByteReader(bytes, end).u32();
  if (count > max_sections || count > end / 8) return whole.error_at(end, "the table of sections is damaged");
  const std::size_t table = end - static_cast<std::size_t>(count) * 8;
  end = table;
  toc.sections.resize(static_cast<std::size_t>(count));
  for (std::size_t i = toc.sections.size(); i-- > 0;) {
    ByteReader in(bytes, table + i * 8);
    const std::string name(as_text(bytes.subspan(in.offset(), 4)));
    in.skip(4);
    const std::uint32_t length = in.u32();
    if (length > end) return whole.error_at(table + i * 8, "section `" + name + "` is longer than the file");
    end -= length;
    toc.sections[i] = {file, name, bytes.subspan(end, length)};
  }
  return toc;
}

Result<std::vector<std::int32_t>> read_code(const FileSection& section) {
  if (section.bytes.size() % 4 != 0) return section.error("the code is not a whole number of words");
  std::vector<std::int32_t> code(section.bytes.size() / 4);
  if constexpr (std::endian::native == std::endian::little) {
    if (!code.empty()) std::memcpy(code.data(), section.bytes.data(), section.bytes.size());
  } else {
    ByteReader in(section.bytes);
    for (std::int32_t& word : code) word = static_cast<std::int32_t>(in.unsigned_le(4));
  }
  return code;
}

// Names, each with a NUL behind it.
Result<std::vector<std::string>> read_primitives(const FileSection& section) {
  std::vector<std::string> names;
  std::string_view text = as_text(section.bytes);
  while (!text.empty()) {
    const std::size_t length = text.find('\0');
    if (length == std::string_view::npos) return section.error("the last name does not end");
    if (length == 0) return section.error("a primitive has no name");
    names.emplace_back(text.substr(0, length));
    text.remove_prefix(length + 1);
  }
  return names;
}

std::optional<Diagnostic> read_globals(const FileSection& section, Image& image) {
  const Result<Marshalled> data = Marshalled::read(section);
  if (!data) return data.error();
  const MarshalValue root = data->root();
  if (data->kind(root) != Constant::Kind::block) return section.error("the globals are not an array");
  if (data->object_count() > max_constants) return section.error(too_many_constants);
  image.constants.reserve(data->object_count());
  ConstantTable table(image.constants);
  ConstantImporter importer(table, image.constants, *data);
  const std::span<const MarshalValue> globals = data->fields(root);
  image.globals.reserve(globals.size());
  for (const MarshalValue global : globals) image.globals.push_back(importer.import(global));
  return std::nullopt;
}

} // namespace

Result<Image> read_executable(Bytes bytes, const std::string& file, const ReadOptions& options) {
  const Result<TableOfContents> toc = read_table_of_contents(bytes, file);
  if (!toc) return toc.error();
  for (const char* name : {"CODE", "PRIM", "DATA", "SYMB"}) {
    if (toc->find(name) == nullptr) {
      return FileSection{file, "", bytes}.error("section `" + std::string(name) + "` is missing");
    }
  }

  Image image;
  image.version = toc->version;
  Result<std::vector<std::int32_t>> code = read_code(*toc->find("CODE"));
  if (!code) return code.error();
  image.code = std::move(*code);
  Result<std::vector<std::string>> primitives = read_primitives(*toc->find("PRIM"));
  if (!primitives) return primitives.error();
  image.primitives = std::move(*primitives);
  if (auto error = read_globals(*toc->find("DATA"), image)) return *std::move(error);
  Result<std::vector<std::string>> names = read_symbols(*toc->find("SYMB"), image.version, image.globals.size());
  if (!names) return names.error();
  image.global_names = std::move(*names);
  if (auto error = cut_and_validate(image, file)) return *std::move(error);

  const FileSection* debug = toc->find("DBUG");
  if (options.debug_events && debug != nullptr) {
    Result<std::vector<DebugEvent>> events = read_debug_section(*debug, image.version, image.code.size());
    if (!events) return events.error();
    image.events = std::move(*events);
  }
  return image;
}

} // namespace loo
