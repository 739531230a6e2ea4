// Errors as values. A Diagnostic has a kind (documented in the handbook and
// covered by a test each), a place, and one clear sentence; the driver prints
//   lua_of_ocaml: FILE: what is wrong (section, offset)
// and exits with the kind's exit code. Messages start lower case and carry no
// final period.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace loo {

enum class ErrorKind : std::uint8_t {
  usage,             // wrong command line: exit 1
  input,             // a file that is missing, damaged, too new, of another kind: exit 2
  missing_primitive, // the program needs a primitive that the target lacks: exit 3
  limit,             // the program exceeds a limit of the target: exit 4
  output,            // the output can't be written: exit 5
  internal,          // a broken invariant of the compiler: exit 70
};

// Where: a file, a section of it ("CODE", "DATA", ...), a byte offset in that
// section. Empty parts are not printed.
struct Place {
  std::string file;
  std::string section;
  std::optional<std::uint64_t> offset;
};

struct Diagnostic {
  ErrorKind kind = ErrorKind::internal;
  Place place;
  std::string message;
};

[[nodiscard]] int exit_code(ErrorKind kind);
// "FILE: message (SECTION, offset N)", without the program's name.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

// A value or the Diagnostic that says why there is none.
template <class T> class [[nodiscard]] Result {
public:
  Result(T value) : state_(std::move(value)) {}
  Result(Diagnostic diagnostic) : state_(std::move(diagnostic)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] T& value() { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const { return std::get<0>(state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  [[nodiscard]] const Diagnostic& error() const { return std::get<1>(state_); }

private:
  std::variant<T, Diagnostic> state_;
};

} // namespace loo
