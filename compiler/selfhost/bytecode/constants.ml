(* From marshalled values to the constants of an image: see the interface. *)

let max_constants = 1 lsl 21
let too_many_constants = "there are more than 2097152 constants"

module Int_table = Hashtbl.Make (struct
  type t = int

  let equal (a : int) b = a = b
  let hash n = n land 0x3fff_ffff
end)

module Table = struct
  type t = {
    constants : Image.constant Vec.t;
    integers : int Int_table.t;
    wide_integers : (string, int) Hashtbl.t;  (* by their decimal digits: there are few *)
    atoms : int array;  (* by tag; -1 where there is none yet *)
  }

  let create () =
    {
      constants = Vec.create ();
      integers = Int_table.create 256;
      wide_integers = Hashtbl.create 16;
      atoms = Array.make 256 (-1);
    }

  let constants t = t.constants

  let add t constant =
    Vec.push t.constants constant;
    Vec.length t.constants - 1

  let integer t n =
    match Int_table.find t.integers n with
    | id -> id
    | exception Not_found ->
        let id = add t (Image.Integer (Int64.of_int n)) in
        Int_table.replace t.integers n id;
        id

  let wide_integer t n =
    let digits = Int64.to_string n in
    match Hashtbl.find t.wide_integers digits with
    | id -> id
    | exception Not_found ->
        let id = add t (Image.Integer n) in
        Hashtbl.replace t.wide_integers digits id;
        id

  let atom t tag =
    if t.atoms.(tag) < 0 then t.atoms.(tag) <- add t (Image.Block (tag, [||]));
    t.atoms.(tag)
end

module Importer = struct
  type t = {
    table : Table.t;
    ids : int array;  (* by number of object; -1 for what is not imported yet *)
    pending : (Marshal_reader.value array * int array) Queue.t;  (* blocks whose fields are to come *)
  }

  let create table (data : Marshal_reader.t) =
    { table; ids = Array.make data.object_count (-1); pending = Queue.create () }

  let constant t (contents : Marshal_reader.contents) : Image.constant =
    match contents with
    | Block (tag, fields) ->
        let ids = Array.make (Array.length fields) 0 in
        Queue.add (fields, ids) t.pending;
        Block (tag, ids)
    | String bytes -> String bytes
    | Floating x -> Floating x
    | Float_array floats -> Float_array floats
    | Int32 n -> Int32 n
    | Int64 n -> Int64 n
    | Nativeint n -> Nativeint n

  (* The number of a value, made now if need be; the fields of a new block are left for later. *)
  let shallow t (value : Marshal_reader.value) =
    match value with
    | Int n -> Table.integer t.table n
    | Wide n -> Table.wide_integer t.table n
    | Atom tag -> Table.atom t.table tag
    | Object (number, contents) ->
        if t.ids.(number) < 0 then t.ids.(number) <- Table.add t.table (constant t contents);
        t.ids.(number)

  let import t value =
    let id = shallow t value in
    while not (Queue.is_empty t.pending) do
      let fields, ids = Queue.take t.pending in
      for i = 0 to Array.length fields - 1 do
        ids.(i) <- shallow t fields.(i)
      done
    done;
    id
end
