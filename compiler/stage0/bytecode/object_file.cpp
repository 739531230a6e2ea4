#include "bytecode/object_file.h"

#include "bytecode/kinds.h"

namespace loo {
namespace {

// compilation_unit of cmo_format.mli, the same fields in all versions.
enum UnitField : std::size_t {
  unit_name,
  unit_position,
  unit_code_size,
  unit_relocations,
  unit_imports,
  unit_required,
  unit_primitives,
  unit_force_link,
  unit_debug,
  unit_debug_size,
  unit_field_count
};

// library: units, custom, ccobjs, ccopts, dllibs.
constexpr std::size_t library_field_count = 5;

class ObjectReader {
public:
  ObjectReader(const FileSection& file, OcamlVersion version, const Marshalled& data)
      : file_(file), data_(data), plain_names_(version.at_least(magic_5_2)), code_left_(file.bytes.size()),
        cells_left_(data.object_count()) {}

  // False when the descriptor is malformed.
  [[nodiscard]] bool library(std::vector<ObjectUnit>& units) {
    return data_.is_block(data_.root(), 0, library_field_count) &&
           each(data_.fields(data_.root())[0], [&](MarshalValue value) {
             return unit(value, units.emplace_back());
           });
  }

  [[nodiscard]] bool unit(MarshalValue value, ObjectUnit& out) {
    if (!data_.is_block(value, 0, unit_field_count)) return false;
    const std::span<const MarshalValue> fields = data_.fields(value);
    if (!data_.is_string(fields[unit_name]) || !data_.is_integer(fields[unit_force_link])) return false;
    out.name = data_.string(fields[unit_name]);
    out.force_link = data_.integer(fields[unit_force_link]) != 0;
    const auto code = part(fields[unit_position], fields[unit_code_size]);
    if (!code || code->bytes.size() % 4 != 0 || code->bytes.size() > code_left_) return false;
    code_left_ -= code->bytes.size();
    out.code = code->bytes;
    if (!data_.is_integer(fields[unit_debug], 0)) {
      const auto events = part(fields[unit_debug], fields[unit_debug_size]);
      if (!events) return false;
      out.events = *events;
    }
    return each(fields[unit_relocations], [&](MarshalValue entry) { return relocation(entry, out); }) &&
           each(fields[unit_required], [&](MarshalValue entry) {
             bool predefined = false;
             std::string_view name;
             if (!identifier(entry, name, predefined)) return false;
             if (!predefined) out.required.push_back(name);
             return true;
           });
  }

private:
  // Calls `visit` with the elements of a list until it says false. The lists of a
  // descriptor don't share cells: more cells than objects means a forged file.
  template <class Visit> [[nodiscard]] bool each(MarshalValue list, Visit visit) {
    for (; !data_.is_integer(list, 0); list = data_.fields(list)[1]) {
      if (!data_.is_block(list, 0, 2) || cells_left_ == 0) return false;
      --cells_left_;
      if (!visit(data_.fields(list)[0])) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<FileSection> part(MarshalValue position, MarshalValue size) const {
    if (!data_.is_integer(position) || !data_.is_integer(size)) return std::nullopt;
    const auto offset = static_cast<std::uint64_t>(data_.integer(position));
    const auto length = static_cast<std::uint64_t>(data_.integer(size));
    if (offset > file_.bytes.size() || length > file_.bytes.size() - offset) return std::nullopt;
    return file_.part(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
  }

  // A name from 5.2 on; before, an Ident.t: Global name (tag 2) or
  // Predef {name; stamp} (tag 3).
  [[nodiscard]] bool identifier(MarshalValue value, std::string_view& name, bool& predefined) const {
    if (!plain_names_) {
      predefined = data_.is_block(value, 3, 2);
      if (!predefined && !data_.is_block(value, 2, 1)) return false;
      value = data_.fields(value)[0];
    }
    if (!data_.is_string(value)) return false;
    name = data_.string(value);
    return true;
  }

  // (info, position in bytes)
  [[nodiscard]] bool relocation(MarshalValue value, ObjectUnit& out) const {
    using Kind = Relocation::Kind;
    if (!data_.is_block(value, 0, 2)) return false;
    const MarshalValue info = data_.fields(value)[0];
    const MarshalValue position = data_.fields(value)[1];
    if (data_.kind(info) != Constant::Kind::block || data_.fields(info).size() != 1) return false;
    if (!data_.is_integer(position)) return false;
    const auto offset = static_cast<std::uint64_t>(data_.integer(position));
    if (offset % 4 != 0 || offset >= out.code.size()) return false;

    static constexpr Kind before_5_2[] = {Kind::literal, Kind::get_unit, Kind::set_unit, Kind::primitive};
    static constexpr Kind from_5_2[] = {Kind::literal, Kind::get_unit, Kind::get_predefined, Kind::set_unit,
                                        Kind::primitive};
    const std::span<const Kind> kinds = plain_names_ ? std::span<const Kind>(from_5_2) : before_5_2;
    const auto tag = static_cast<std::size_t>(data_.tag(info));
    if (tag >= kinds.size()) return false;
    const MarshalValue argument = data_.fields(info)[0];
    Relocation relocation{kinds[tag], static_cast<std::uint32_t>(offset / 4), {}, argument};
    if (relocation.kind == Kind::primitive) {
      if (!data_.is_string(argument)) return false;
      relocation.name = data_.string(argument);
    } else if (relocation.kind != Kind::literal) {
      bool predefined = false;
      if (!identifier(argument, relocation.name, predefined)) return false;
      if (predefined) {
        if (relocation.kind != Kind::get_unit) return false;
        relocation.kind = Kind::get_predefined;
      }
    }
    out.relocations.push_back(relocation);
    return true;
  }

  const FileSection& file_;
  const Marshalled& data_;
  const bool plain_names_;
  std::size_t code_left_; // bytes of the file that no unit has claimed as code
  std::size_t cells_left_;
};

} // namespace

// Magic, u32 offset of the descriptor, code and debug events, the descriptor: a
// marshalled compilation_unit or library.
Result<ObjectContents> read_object_file(Bytes bytes, const std::string& file) {
  const FileSection whole{file, "", bytes};
  const FileKind kind = file_kind(bytes);
  if (kind != FileKind::cmo && kind != FileKind::cma) {
    if (bytes.empty()) return whole.error("the file is empty");
    if (kind == FileKind::executable) return whole.error("this is a linked program, not an object file");
    if (kind == FileKind::cmi) return whole.error("this is a compiled interface (.cmi), there is no code in it");
    return whole.error("this is neither an object file (.cmo) nor a library (.cma)");
  }
  const Result<OcamlVersion> version =
      version_of_magic(magic_number(bytes, 0, kind == FileKind::cmo ? 'O' : 'A'), file);
  if (!version) return version.error();
  ByteReader in(bytes, magic_size);
  const std::uint64_t offset = in.has(4) ? in.u32() : bytes.size();
  if (offset >= bytes.size()) return whole.error("the file is cut short");
  FileSection part = whole.part(static_cast<std::size_t>(offset), bytes.size() - static_cast<std::size_t>(offset));
  part.name = "descriptor";
  part.origin = 0;
  Result<Marshalled> descriptor = Marshalled::read(part);
  if (!descriptor) return descriptor.error();

  ObjectContents contents{*version, kind == FileKind::cma, std::move(*descriptor), {}};
  ObjectReader reader(whole, *version, contents.descriptor);
  const bool good = contents.library ? reader.library(contents.units)
                                     : reader.unit(contents.descriptor.root(), contents.units.emplace_back());
  if (!good) return part.error("the description of the units has an unknown form");
  return contents;
}

} // namespace loo
