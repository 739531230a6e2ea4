// From marshalled values to the constants of an Image. A ConstantTable numbers
// them: objects in the order in which they are met, level by level, integers and
// blocks without fields once each. Sharing and cycles are kept.
#pragma once

#include "bytecode/image.h"
#include "bytecode/marshal_reader.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace loo {

// More constants than any program has (ocamlc: 30,000). A Constant is big: a forged
// file of small blocks takes 130 bytes of memory for each of its own, up to here.
inline constexpr std::size_t max_constants = std::size_t{1} << 21;
inline constexpr const char* too_many_constants = "there are more than 2097152 constants";

class ConstantTable {
public:
  // Constants are appended to `constants`, which the caller owns.
  explicit ConstantTable(std::vector<Constant>& constants) : constants_(constants) {}

  [[nodiscard]] ConstId integer(std::int64_t value);
  [[nodiscard]] ConstId atom(int tag); // the block without fields
  [[nodiscard]] ConstId string(std::string_view bytes);
  [[nodiscard]] ConstId block(int tag, std::vector<ConstId> fields);
  [[nodiscard]] ConstId add(Constant constant);

private:
  std::vector<Constant>& constants_;
  std::unordered_map<std::int64_t, ConstId> integers_;
  std::unordered_map<int, ConstId> atoms_;
};

// Imports values of one Marshalled into a table; what its values share stays
// shared over all the calls of `import`.
class ConstantImporter {
public:
  ConstantImporter(ConstantTable& table, std::vector<Constant>& constants, const Marshalled& data)
      : table_(table), constants_(constants), data_(data), ids_(data.object_count(), unseen) {}

  [[nodiscard]] ConstId import(MarshalValue value);

private:
  static constexpr ConstId unseen = ~ConstId{0};
  [[nodiscard]] ConstId shallow(MarshalValue value);

  ConstantTable& table_;
  std::vector<Constant>& constants_;
  const Marshalled& data_;
  std::vector<ConstId> ids_; // by object number
  std::vector<std::pair<ConstId, MarshalValue>> pending_; // blocks whose fields are to come
};

} // namespace loo
