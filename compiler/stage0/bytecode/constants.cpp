#include "bytecode/constants.h"

namespace loo {

ConstId ConstantTable::add(Constant constant) {
  constants_.push_back(std::move(constant));
  return static_cast<ConstId>(constants_.size() - 1);
}

ConstId ConstantTable::integer(std::int64_t value) {
  const auto [entry, fresh] = integers_.try_emplace(value, static_cast<ConstId>(constants_.size()));
  if (fresh) {
    Constant constant;
    constant.integer = value;
    constants_.push_back(std::move(constant));
  }
  return entry->second;
}

ConstId ConstantTable::atom(int tag) {
  const auto [entry, fresh] = atoms_.try_emplace(tag, static_cast<ConstId>(constants_.size()));
  if (fresh) (void)block(tag, {});
  return entry->second;
}

ConstId ConstantTable::string(std::string_view bytes) {
  Constant constant;
  constant.kind = Constant::Kind::string;
  constant.string = bytes;
  return add(std::move(constant));
}

ConstId ConstantTable::block(int tag, std::vector<ConstId> fields) {
  Constant constant;
  constant.kind = Constant::Kind::block;
  constant.tag = static_cast<std::uint8_t>(tag);
  constant.fields = std::move(fields);
  return add(std::move(constant));
}

ConstId ConstantImporter::import(MarshalValue value) {
  const ConstId id = shallow(value);
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const auto [block, source] = pending_[i];
    const std::span<const MarshalValue> fields = data_.fields(source);
    std::vector<ConstId> ids;
    ids.reserve(fields.size());
    for (const MarshalValue field : fields) ids.push_back(shallow(field));
    constants_[block].fields = std::move(ids);
  }
  pending_.clear();
  return id;
}

// The id of `value`, made now if need be; the fields of a new block are left for later.
ConstId ConstantImporter::shallow(MarshalValue value) {
  using Kind = Constant::Kind;
  const Kind kind = data_.kind(value);
  if (kind == Kind::integer) return table_.integer(data_.integer(value));
  if (!data_.is_object(value)) return table_.atom(data_.tag(value));

  ConstId& id = ids_[data_.object_number(value)];
  if (id != unseen) return id;
  Constant constant;
  constant.kind = kind;
  switch (kind) {
  case Kind::integer:
    break;
  case Kind::floating:
    constant.floating = data_.floating(value);
    break;
  case Kind::string:
    constant.string = data_.string(value);
    break;
  case Kind::block:
    constant.tag = static_cast<std::uint8_t>(data_.tag(value));
    break;
  case Kind::float_array:
    constant.floats = data_.float_array(value);
    break;
  case Kind::int32:
  case Kind::int64:
  case Kind::nativeint:
    constant.integer = data_.boxed_integer(value);
    break;
  }
  id = table_.add(std::move(constant));
  if (kind == Kind::block) pending_.emplace_back(id, value);
  return id;
}

} // namespace loo
