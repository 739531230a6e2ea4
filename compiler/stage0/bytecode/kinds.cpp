#include "bytecode/kinds.h"

namespace loo {
namespace {

constexpr std::string_view magic_prefix = "Caml1999";

bool starts_with(Bytes bytes, std::string_view text) { return as_text(bytes).starts_with(text); }

// Why `bytes`, which have no trailer, are no executable.
std::string what_it_is(Bytes bytes) {
  if (bytes.empty()) return "the file is empty";
  switch (file_kind(bytes)) {
  case FileKind::cmo:
    return "this is an object file (.cmo), not a linked program";
  case FileKind::cma:
    return "this is a library (.cma), not a linked program";
  case FileKind::cmi:
    return "this is a compiled interface (.cmi), there is no code in it";
  case FileKind::elf:
    return "this is a native program without OCaml bytecode at its end (ocamlopt, -output-complete-exe or -output-obj "
           "was used?); link it with plain ocamlc";
  case FileKind::executable:
  case FileKind::other:
    break;
  }
  if (starts_with(bytes, magic_prefix)) return "this is a file of OCaml, but not bytecode";
  if (starts_with(bytes, "#!") && as_text(bytes.first(std::min<std::size_t>(bytes.size(), 300))).find("ocamlrun") !=
                                      std::string_view::npos) {
    return "the bytecode is cut short: its trailer is missing";
  }
  return "this is not OCaml bytecode: there is no trailer at its end";
}

} // namespace

int magic_number(Bytes bytes, std::size_t offset, char letter) {
  if (bytes.size() < magic_size || offset > bytes.size() - magic_size) return -1;
  const std::string_view text = as_text(bytes.subspan(offset, magic_size));
  if (!text.starts_with(magic_prefix) || text[magic_prefix.size()] != letter) return -1;
  int number = 0;
  for (const char digit : text.substr(magic_prefix.size() + 1)) {
    if (digit < '0' || digit > '9') return -1;
    number = number * 10 + (digit - '0');
  }
  return number;
}

Result<OcamlVersion> version_of_magic(int magic, const std::string& file) {
  if (magic >= magic_4_08 && magic <= newest_magic) return OcamlVersion{magic};
  std::string digits = std::to_string(magic);
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  const std::string age = magic < magic_4_08 ? "too old" : "too new";
  return Diagnostic{ErrorKind::input,
                    {file, "", std::nullopt},
                    "this bytecode is " + age + " (magic number " + digits + "): OCaml 4.08 to 5.4 are supported"};
}

Result<OcamlVersion> executable_version(Bytes bytes, const std::string& file) {
  const int magic = bytes.size() < trailer_size ? -1 : magic_number(bytes, bytes.size() - magic_size, 'X');
  if (magic < 0) return Diagnostic{ErrorKind::input, {file, "", std::nullopt}, what_it_is(bytes)};
  return version_of_magic(magic, file);
}

std::string OcamlVersion::name() const {
  if (magic >= magic_4_08 && magic < magic_5_0) {
    const int minor = magic - magic_4_08 + 8;
    return minor < 10 ? "4.0" + std::to_string(minor) : "4." + std::to_string(minor);
  }
  if (magic >= magic_5_0 && magic <= newest_magic) return "5." + std::to_string(magic - magic_5_0);
  return "unknown";
}

FileKind file_kind(Bytes bytes) {
  if (bytes.size() >= trailer_size && magic_number(bytes, bytes.size() - magic_size, 'X') >= 0) {
    return FileKind::executable;
  }
  if (magic_number(bytes, 0, 'O') >= 0) return FileKind::cmo;
  if (magic_number(bytes, 0, 'A') >= 0) return FileKind::cma;
  if (magic_number(bytes, 0, 'I') >= 0) return FileKind::cmi;
  return starts_with(bytes, "\x7f" "ELF") ? FileKind::elf : FileKind::other;
}

} // namespace loo
