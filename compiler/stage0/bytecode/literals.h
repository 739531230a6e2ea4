// The literals of object files up to 5.0: structured constants of the compiler
// (lambda.mli), to be turned into the values that they stand for. From 5.1 on
// literals are values already.
#pragma once

#include "bytecode/constants.h"
#include "bytecode/marshal_reader.h"

#include <optional>
#include <utility>
#include <vector>

namespace loo {

class LiteralTranslator {
public:
  // Strings and boxed integers are shared as they are in `data`; blocks are made
  // anew for each literal, as ocamlc does. Since a forged file could share
  // constants so that they grow without end, at most `budget` nodes are made.
  LiteralTranslator(ConstantTable& table, std::vector<Constant>& constants, const Marshalled& data,
                    std::size_t budget)
      : table_(table), constants_(constants), data_(data), importer_(table, constants, data), budget_(budget) {}

  // Nothing if it has an unknown form.
  [[nodiscard]] std::optional<ConstId> translate(MarshalValue literal);

private:
  [[nodiscard]] std::optional<ConstId> shallow(MarshalValue literal);
  [[nodiscard]] std::optional<ConstId> base(MarshalValue constant);
  [[nodiscard]] std::optional<ConstId> floats(MarshalValue list);
  [[nodiscard]] std::optional<double> number(MarshalValue text) const;
  // The elements of a list, at most as many as the budget allows.
  [[nodiscard]] bool elements(MarshalValue list, std::vector<MarshalValue>& out);

  ConstantTable& table_;
  std::vector<Constant>& constants_;
  const Marshalled& data_;
  ConstantImporter importer_;
  std::size_t budget_;
  std::vector<std::pair<ConstId, MarshalValue>> pending_; // blocks and their lists of fields
};

// OCaml's float_of_string on the text of a float literal: decimal or hexadecimal,
// with underscores. Independent of the locale.
[[nodiscard]] std::optional<double> float_of_literal(std::string_view text);

} // namespace loo
