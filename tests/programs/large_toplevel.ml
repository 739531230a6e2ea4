(* 400 top-level values in a chain, with 300 small functions between them that
   call each other and read the values. *)

let v0 = 1
let v1 = if v0 > 20 then v0 - 1 else v0 * 3
let f1 x = x + v1 - v0
let v2 = let t = v0 lxor 2 in (t * 5) land 0xFFFF
let f2 x = x + v2 - f1 (x / 2)
let v3 = match v2 mod 4 with 0 -> v0 | 1 -> 3 | _ -> v2 / 2
let f3 x = x + v3 - f2 (x / 2)
let v4 = List.fold_left ( + ) v3 [v2; 4] land 0xFFFF
let v5 = max v4 v0
let f5 x = x + v5 - v4
let v6 = (v5 + 6) land 0xFFFF
let f6 x = x + v6 - f5 (x / 2)
let v7 = if v6 > 140 then v6 - 7 else v6 * 3
let f7 x = x + v7 - f6 (x / 2)
let v8 = let t = v6 lxor 8 in (t * 5) land 0xFFFF
let v9 = match v8 mod 4 with 0 -> v6 | 1 -> 9 | _ -> v8 / 2
let f9 x = x + v9 - v8
let v10 = List.fold_left ( + ) v9 [v8; 10] land 0xFFFF
let f10 x = x + v10 - f9 (x / 2)
let v11 = max v10 v6
let f11 x = x + v11 - f10 (x / 2)
let v12 = (v11 + 12) land 0xFFFF
let v13 = if v12 > 260 then v12 - 13 else v12 * 3
let f13 x = x + v13 - v12
let v14 = let t = v12 lxor 14 in (t * 5) land 0xFFFF
let f14 x = x + v14 - f13 (x / 2)
let v15 = match v14 mod 4 with 0 -> v12 | 1 -> 15 | _ -> v14 / 2
let f15 x = x + v15 - f14 (x / 2)
let v16 = List.fold_left ( + ) v15 [v14; 16] land 0xFFFF
let v17 = max v16 v12
let f17 x = x + v17 - v16
let v18 = (v17 + 18) land 0xFFFF
let f18 x = x + v18 - f17 (x / 2)
let v19 = if v18 > 380 then v18 - 19 else v18 * 3
let f19 x = x + v19 - f18 (x / 2)
let v20 = let t = v18 lxor 20 in (t * 5) land 0xFFFF
let v21 = match v20 mod 4 with 0 -> v18 | 1 -> 21 | _ -> v20 / 2
let f21 x = x + v21 - v20
let v22 = List.fold_left ( + ) v21 [v20; 22] land 0xFFFF
let f22 x = x + v22 - f21 (x / 2)
let v23 = max v22 v18
let f23 x = x + v23 - f22 (x / 2)
let v24 = (v23 + 24) land 0xFFFF
let v25 = if v24 > 500 then v24 - 25 else v24 * 3
let f25 x = x + v25 - v24
let v26 = let t = v24 lxor 26 in (t * 5) land 0xFFFF
let f26 x = x + v26 - f25 (x / 2)
let v27 = match v26 mod 4 with 0 -> v24 | 1 -> 27 | _ -> v26 / 2
let f27 x = x + v27 - f26 (x / 2)
let v28 = List.fold_left ( + ) v27 [v26; 28] land 0xFFFF
let v29 = max v28 v24
let f29 x = x + v29 - v28
let v30 = (v29 + 30) land 0xFFFF
let f30 x = x + v30 - f29 (x / 2)
let v31 = if v30 > 620 then v30 - 31 else v30 * 3
let f31 x = x + v31 - f30 (x / 2)
let v32 = let t = v30 lxor 32 in (t * 5) land 0xFFFF
let v33 = match v32 mod 4 with 0 -> v30 | 1 -> 33 | _ -> v32 / 2
let f33 x = x + v33 - v32
let v34 = List.fold_left ( + ) v33 [v32; 34] land 0xFFFF
let f34 x = x + v34 - f33 (x / 2)
let v35 = max v34 v30
let f35 x = x + v35 - f34 (x / 2)
let v36 = (v35 + 36) land 0xFFFF
let v37 = if v36 > 740 then v36 - 37 else v36 * 3
let f37 x = x + v37 - v36
let v38 = let t = v36 lxor 38 in (t * 5) land 0xFFFF
let f38 x = x + v38 - f37 (x / 2)
let v39 = match v38 mod 4 with 0 -> v36 | 1 -> 39 | _ -> v38 / 2
let f39 x = x + v39 - f38 (x / 2)
let v40 = List.fold_left ( + ) v39 [v38; 40] land 0xFFFF
let v41 = max v40 v36
let f41 x = x + v41 - v40
let v42 = (v41 + 42) land 0xFFFF
let f42 x = x + v42 - f41 (x / 2)
let v43 = if v42 > 860 then v42 - 43 else v42 * 3
let f43 x = x + v43 - f42 (x / 2)
let v44 = let t = v42 lxor 44 in (t * 5) land 0xFFFF
let v45 = match v44 mod 4 with 0 -> v42 | 1 -> 45 | _ -> v44 / 2
let f45 x = x + v45 - v44
let v46 = List.fold_left ( + ) v45 [v44; 46] land 0xFFFF
let f46 x = x + v46 - f45 (x / 2)
let v47 = max v46 v42
let f47 x = x + v47 - f46 (x / 2)
let v48 = (v47 + 48) land 0xFFFF
let v49 = if v48 > 980 then v48 - 49 else v48 * 3
let f49 x = x + v49 - v48
let v50 = let t = v48 lxor 50 in (t * 5) land 0xFFFF
let f50 x = x + v50 - f49 (x / 2)
let v51 = match v50 mod 4 with 0 -> v48 | 1 -> 51 | _ -> v50 / 2
let f51 x = x + v51 - f50 (x / 2)
let v52 = List.fold_left ( + ) v51 [v50; 52] land 0xFFFF
let v53 = max v52 v48
let f53 x = x + v53 - v52
let v54 = (v53 + 54) land 0xFFFF
let f54 x = x + v54 - f53 (x / 2)
let v55 = if v54 > 1100 then v54 - 55 else v54 * 3
let f55 x = x + v55 - f54 (x / 2)
let v56 = let t = v54 lxor 56 in (t * 5) land 0xFFFF
let v57 = match v56 mod 4 with 0 -> v54 | 1 -> 57 | _ -> v56 / 2
let f57 x = x + v57 - v56
let v58 = List.fold_left ( + ) v57 [v56; 58] land 0xFFFF
let f58 x = x + v58 - f57 (x / 2)
let v59 = max v58 v54
let f59 x = x + v59 - f58 (x / 2)
let v60 = (v59 + 60) land 0xFFFF
let v61 = if v60 > 1220 then v60 - 61 else v60 * 3
let f61 x = x + v61 - v60
let v62 = let t = v60 lxor 62 in (t * 5) land 0xFFFF
let f62 x = x + v62 - f61 (x / 2)
let v63 = match v62 mod 4 with 0 -> v60 | 1 -> 63 | _ -> v62 / 2
let f63 x = x + v63 - f62 (x / 2)
let v64 = List.fold_left ( + ) v63 [v62; 64] land 0xFFFF
let v65 = max v64 v60
let f65 x = x + v65 - v64
let v66 = (v65 + 66) land 0xFFFF
let f66 x = x + v66 - f65 (x / 2)
let v67 = if v66 > 1340 then v66 - 67 else v66 * 3
let f67 x = x + v67 - f66 (x / 2)
let v68 = let t = v66 lxor 68 in (t * 5) land 0xFFFF
let v69 = match v68 mod 4 with 0 -> v66 | 1 -> 69 | _ -> v68 / 2
let f69 x = x + v69 - v68
let v70 = List.fold_left ( + ) v69 [v68; 70] land 0xFFFF
let f70 x = x + v70 - f69 (x / 2)
let v71 = max v70 v66
let f71 x = x + v71 - f70 (x / 2)
let v72 = (v71 + 72) land 0xFFFF
let v73 = if v72 > 1460 then v72 - 73 else v72 * 3
let f73 x = x + v73 - v72
let v74 = let t = v72 lxor 74 in (t * 5) land 0xFFFF
let f74 x = x + v74 - f73 (x / 2)
let v75 = match v74 mod 4 with 0 -> v72 | 1 -> 75 | _ -> v74 / 2
let f75 x = x + v75 - f74 (x / 2)
let v76 = List.fold_left ( + ) v75 [v74; 76] land 0xFFFF
let v77 = max v76 v72
let f77 x = x + v77 - v76
let v78 = (v77 + 78) land 0xFFFF
let f78 x = x + v78 - f77 (x / 2)
let v79 = if v78 > 1580 then v78 - 79 else v78 * 3
let f79 x = x + v79 - f78 (x / 2)
let v80 = let t = v78 lxor 80 in (t * 5) land 0xFFFF
let v81 = match v80 mod 4 with 0 -> v78 | 1 -> 81 | _ -> v80 / 2
let f81 x = x + v81 - v80
let v82 = List.fold_left ( + ) v81 [v80; 82] land 0xFFFF
let f82 x = x + v82 - f81 (x / 2)
let v83 = max v82 v78
let f83 x = x + v83 - f82 (x / 2)
let v84 = (v83 + 84) land 0xFFFF
let v85 = if v84 > 1700 then v84 - 85 else v84 * 3
let f85 x = x + v85 - v84
let v86 = let t = v84 lxor 86 in (t * 5) land 0xFFFF
let f86 x = x + v86 - f85 (x / 2)
let v87 = match v86 mod 4 with 0 -> v84 | 1 -> 87 | _ -> v86 / 2
let f87 x = x + v87 - f86 (x / 2)
let v88 = List.fold_left ( + ) v87 [v86; 88] land 0xFFFF
let v89 = max v88 v84
let f89 x = x + v89 - v88
let v90 = (v89 + 90) land 0xFFFF
let f90 x = x + v90 - f89 (x / 2)
let v91 = if v90 > 1820 then v90 - 91 else v90 * 3
let f91 x = x + v91 - f90 (x / 2)
let v92 = let t = v90 lxor 92 in (t * 5) land 0xFFFF
let v93 = match v92 mod 4 with 0 -> v90 | 1 -> 93 | _ -> v92 / 2
let f93 x = x + v93 - v92
let v94 = List.fold_left ( + ) v93 [v92; 94] land 0xFFFF
let f94 x = x + v94 - f93 (x / 2)
let v95 = max v94 v90
let f95 x = x + v95 - f94 (x / 2)
let v96 = (v95 + 96) land 0xFFFF
let v97 = if v96 > 1940 then v96 - 97 else v96 * 3
let f97 x = x + v97 - v96
let v98 = let t = v96 lxor 98 in (t * 5) land 0xFFFF
let f98 x = x + v98 - f97 (x / 2)
let v99 = match v98 mod 4 with 0 -> v96 | 1 -> 99 | _ -> v98 / 2
let f99 x = x + v99 - f98 (x / 2)
let v100 = List.fold_left ( + ) v99 [v98; 100] land 0xFFFF
let v101 = max v100 v96
let f101 x = x + v101 - v100
let v102 = (v101 + 102) land 0xFFFF
let f102 x = x + v102 - f101 (x / 2)
let v103 = if v102 > 2060 then v102 - 103 else v102 * 3
let f103 x = x + v103 - f102 (x / 2)
let v104 = let t = v102 lxor 104 in (t * 5) land 0xFFFF
let v105 = match v104 mod 4 with 0 -> v102 | 1 -> 105 | _ -> v104 / 2
let f105 x = x + v105 - v104
let v106 = List.fold_left ( + ) v105 [v104; 106] land 0xFFFF
let f106 x = x + v106 - f105 (x / 2)
let v107 = max v106 v102
let f107 x = x + v107 - f106 (x / 2)
let v108 = (v107 + 108) land 0xFFFF
let v109 = if v108 > 2180 then v108 - 109 else v108 * 3
let f109 x = x + v109 - v108
let v110 = let t = v108 lxor 110 in (t * 5) land 0xFFFF
let f110 x = x + v110 - f109 (x / 2)
let v111 = match v110 mod 4 with 0 -> v108 | 1 -> 111 | _ -> v110 / 2
let f111 x = x + v111 - f110 (x / 2)
let v112 = List.fold_left ( + ) v111 [v110; 112] land 0xFFFF
let v113 = max v112 v108
let f113 x = x + v113 - v112
let v114 = (v113 + 114) land 0xFFFF
let f114 x = x + v114 - f113 (x / 2)
let v115 = if v114 > 2300 then v114 - 115 else v114 * 3
let f115 x = x + v115 - f114 (x / 2)
let v116 = let t = v114 lxor 116 in (t * 5) land 0xFFFF
let v117 = match v116 mod 4 with 0 -> v114 | 1 -> 117 | _ -> v116 / 2
let f117 x = x + v117 - v116
let v118 = List.fold_left ( + ) v117 [v116; 118] land 0xFFFF
let f118 x = x + v118 - f117 (x / 2)
let v119 = max v118 v114
let f119 x = x + v119 - f118 (x / 2)
let v120 = (v119 + 120) land 0xFFFF
let v121 = if v120 > 2420 then v120 - 121 else v120 * 3
let f121 x = x + v121 - v120
let v122 = let t = v120 lxor 122 in (t * 5) land 0xFFFF
let f122 x = x + v122 - f121 (x / 2)
let v123 = match v122 mod 4 with 0 -> v120 | 1 -> 123 | _ -> v122 / 2
let f123 x = x + v123 - f122 (x / 2)
let v124 = List.fold_left ( + ) v123 [v122; 124] land 0xFFFF
let v125 = max v124 v120
let f125 x = x + v125 - v124
let v126 = (v125 + 126) land 0xFFFF
let f126 x = x + v126 - f125 (x / 2)
let v127 = if v126 > 2540 then v126 - 127 else v126 * 3
let f127 x = x + v127 - f126 (x / 2)
let v128 = let t = v126 lxor 128 in (t * 5) land 0xFFFF
let v129 = match v128 mod 4 with 0 -> v126 | 1 -> 129 | _ -> v128 / 2
let f129 x = x + v129 - v128
let v130 = List.fold_left ( + ) v129 [v128; 130] land 0xFFFF
let f130 x = x + v130 - f129 (x / 2)
let v131 = max v130 v126
let f131 x = x + v131 - f130 (x / 2)
let v132 = (v131 + 132) land 0xFFFF
let v133 = if v132 > 2660 then v132 - 133 else v132 * 3
let f133 x = x + v133 - v132
let v134 = let t = v132 lxor 134 in (t * 5) land 0xFFFF
let f134 x = x + v134 - f133 (x / 2)
let v135 = match v134 mod 4 with 0 -> v132 | 1 -> 135 | _ -> v134 / 2
let f135 x = x + v135 - f134 (x / 2)
let v136 = List.fold_left ( + ) v135 [v134; 136] land 0xFFFF
let v137 = max v136 v132
let f137 x = x + v137 - v136
let v138 = (v137 + 138) land 0xFFFF
let f138 x = x + v138 - f137 (x / 2)
let v139 = if v138 > 2780 then v138 - 139 else v138 * 3
let f139 x = x + v139 - f138 (x / 2)
let v140 = let t = v138 lxor 140 in (t * 5) land 0xFFFF
let v141 = match v140 mod 4 with 0 -> v138 | 1 -> 141 | _ -> v140 / 2
let f141 x = x + v141 - v140
let v142 = List.fold_left ( + ) v141 [v140; 142] land 0xFFFF
let f142 x = x + v142 - f141 (x / 2)
let v143 = max v142 v138
let f143 x = x + v143 - f142 (x / 2)
let v144 = (v143 + 144) land 0xFFFF
let v145 = if v144 > 2900 then v144 - 145 else v144 * 3
let f145 x = x + v145 - v144
let v146 = let t = v144 lxor 146 in (t * 5) land 0xFFFF
let f146 x = x + v146 - f145 (x / 2)
let v147 = match v146 mod 4 with 0 -> v144 | 1 -> 147 | _ -> v146 / 2
let f147 x = x + v147 - f146 (x / 2)
let v148 = List.fold_left ( + ) v147 [v146; 148] land 0xFFFF
let v149 = max v148 v144
let f149 x = x + v149 - v148
let v150 = (v149 + 150) land 0xFFFF
let f150 x = x + v150 - f149 (x / 2)
let v151 = if v150 > 3020 then v150 - 151 else v150 * 3
let f151 x = x + v151 - f150 (x / 2)
let v152 = let t = v150 lxor 152 in (t * 5) land 0xFFFF
let v153 = match v152 mod 4 with 0 -> v150 | 1 -> 153 | _ -> v152 / 2
let f153 x = x + v153 - v152
let v154 = List.fold_left ( + ) v153 [v152; 154] land 0xFFFF
let f154 x = x + v154 - f153 (x / 2)
let v155 = max v154 v150
let f155 x = x + v155 - f154 (x / 2)
let v156 = (v155 + 156) land 0xFFFF
let v157 = if v156 > 3140 then v156 - 157 else v156 * 3
let f157 x = x + v157 - v156
let v158 = let t = v156 lxor 158 in (t * 5) land 0xFFFF
let f158 x = x + v158 - f157 (x / 2)
let v159 = match v158 mod 4 with 0 -> v156 | 1 -> 159 | _ -> v158 / 2
let f159 x = x + v159 - f158 (x / 2)
let v160 = List.fold_left ( + ) v159 [v158; 160] land 0xFFFF
let v161 = max v160 v156
let f161 x = x + v161 - v160
let v162 = (v161 + 162) land 0xFFFF
let f162 x = x + v162 - f161 (x / 2)
let v163 = if v162 > 3260 then v162 - 163 else v162 * 3
let f163 x = x + v163 - f162 (x / 2)
let v164 = let t = v162 lxor 164 in (t * 5) land 0xFFFF
let v165 = match v164 mod 4 with 0 -> v162 | 1 -> 165 | _ -> v164 / 2
let f165 x = x + v165 - v164
let v166 = List.fold_left ( + ) v165 [v164; 166] land 0xFFFF
let f166 x = x + v166 - f165 (x / 2)
let v167 = max v166 v162
let f167 x = x + v167 - f166 (x / 2)
let v168 = (v167 + 168) land 0xFFFF
let v169 = if v168 > 3380 then v168 - 169 else v168 * 3
let f169 x = x + v169 - v168
let v170 = let t = v168 lxor 170 in (t * 5) land 0xFFFF
let f170 x = x + v170 - f169 (x / 2)
let v171 = match v170 mod 4 with 0 -> v168 | 1 -> 171 | _ -> v170 / 2
let f171 x = x + v171 - f170 (x / 2)
let v172 = List.fold_left ( + ) v171 [v170; 172] land 0xFFFF
let v173 = max v172 v168
let f173 x = x + v173 - v172
let v174 = (v173 + 174) land 0xFFFF
let f174 x = x + v174 - f173 (x / 2)
let v175 = if v174 > 3500 then v174 - 175 else v174 * 3
let f175 x = x + v175 - f174 (x / 2)
let v176 = let t = v174 lxor 176 in (t * 5) land 0xFFFF
let v177 = match v176 mod 4 with 0 -> v174 | 1 -> 177 | _ -> v176 / 2
let f177 x = x + v177 - v176
let v178 = List.fold_left ( + ) v177 [v176; 178] land 0xFFFF
let f178 x = x + v178 - f177 (x / 2)
let v179 = max v178 v174
let f179 x = x + v179 - f178 (x / 2)
let v180 = (v179 + 180) land 0xFFFF
let v181 = if v180 > 3620 then v180 - 181 else v180 * 3
let f181 x = x + v181 - v180
let v182 = let t = v180 lxor 182 in (t * 5) land 0xFFFF
let f182 x = x + v182 - f181 (x / 2)
let v183 = match v182 mod 4 with 0 -> v180 | 1 -> 183 | _ -> v182 / 2
let f183 x = x + v183 - f182 (x / 2)
let v184 = List.fold_left ( + ) v183 [v182; 184] land 0xFFFF
let v185 = max v184 v180
let f185 x = x + v185 - v184
let v186 = (v185 + 186) land 0xFFFF
let f186 x = x + v186 - f185 (x / 2)
let v187 = if v186 > 3740 then v186 - 187 else v186 * 3
let f187 x = x + v187 - f186 (x / 2)
let v188 = let t = v186 lxor 188 in (t * 5) land 0xFFFF
let v189 = match v188 mod 4 with 0 -> v186 | 1 -> 189 | _ -> v188 / 2
let f189 x = x + v189 - v188
let v190 = List.fold_left ( + ) v189 [v188; 190] land 0xFFFF
let f190 x = x + v190 - f189 (x / 2)
let v191 = max v190 v186
let f191 x = x + v191 - f190 (x / 2)
let v192 = (v191 + 192) land 0xFFFF
let v193 = if v192 > 3860 then v192 - 193 else v192 * 3
let f193 x = x + v193 - v192
let v194 = let t = v192 lxor 194 in (t * 5) land 0xFFFF
let f194 x = x + v194 - f193 (x / 2)
let v195 = match v194 mod 4 with 0 -> v192 | 1 -> 195 | _ -> v194 / 2
let f195 x = x + v195 - f194 (x / 2)
let v196 = List.fold_left ( + ) v195 [v194; 196] land 0xFFFF
let v197 = max v196 v192
let f197 x = x + v197 - v196
let v198 = (v197 + 198) land 0xFFFF
let f198 x = x + v198 - f197 (x / 2)
let v199 = if v198 > 3980 then v198 - 199 else v198 * 3
let f199 x = x + v199 - f198 (x / 2)
let v200 = let t = v198 lxor 200 in (t * 5) land 0xFFFF
let v201 = match v200 mod 4 with 0 -> v198 | 1 -> 201 | _ -> v200 / 2
let f201 x = x + v201 - v200
let v202 = List.fold_left ( + ) v201 [v200; 202] land 0xFFFF
let f202 x = x + v202 - f201 (x / 2)
let v203 = max v202 v198
let f203 x = x + v203 - f202 (x / 2)
let v204 = (v203 + 204) land 0xFFFF
let v205 = if v204 > 4100 then v204 - 205 else v204 * 3
let f205 x = x + v205 - v204
let v206 = let t = v204 lxor 206 in (t * 5) land 0xFFFF
let f206 x = x + v206 - f205 (x / 2)
let v207 = match v206 mod 4 with 0 -> v204 | 1 -> 207 | _ -> v206 / 2
let f207 x = x + v207 - f206 (x / 2)
let v208 = List.fold_left ( + ) v207 [v206; 208] land 0xFFFF
let v209 = max v208 v204
let f209 x = x + v209 - v208
let v210 = (v209 + 210) land 0xFFFF
let f210 x = x + v210 - f209 (x / 2)
let v211 = if v210 > 4220 then v210 - 211 else v210 * 3
let f211 x = x + v211 - f210 (x / 2)
let v212 = let t = v210 lxor 212 in (t * 5) land 0xFFFF
let v213 = match v212 mod 4 with 0 -> v210 | 1 -> 213 | _ -> v212 / 2
let f213 x = x + v213 - v212
let v214 = List.fold_left ( + ) v213 [v212; 214] land 0xFFFF
let f214 x = x + v214 - f213 (x / 2)
let v215 = max v214 v210
let f215 x = x + v215 - f214 (x / 2)
let v216 = (v215 + 216) land 0xFFFF
let v217 = if v216 > 4340 then v216 - 217 else v216 * 3
let f217 x = x + v217 - v216
let v218 = let t = v216 lxor 218 in (t * 5) land 0xFFFF
let f218 x = x + v218 - f217 (x / 2)
let v219 = match v218 mod 4 with 0 -> v216 | 1 -> 219 | _ -> v218 / 2
let f219 x = x + v219 - f218 (x / 2)
let v220 = List.fold_left ( + ) v219 [v218; 220] land 0xFFFF
let v221 = max v220 v216
let f221 x = x + v221 - v220
let v222 = (v221 + 222) land 0xFFFF
let f222 x = x + v222 - f221 (x / 2)
let v223 = if v222 > 4460 then v222 - 223 else v222 * 3
let f223 x = x + v223 - f222 (x / 2)
let v224 = let t = v222 lxor 224 in (t * 5) land 0xFFFF
let v225 = match v224 mod 4 with 0 -> v222 | 1 -> 225 | _ -> v224 / 2
let f225 x = x + v225 - v224
let v226 = List.fold_left ( + ) v225 [v224; 226] land 0xFFFF
let f226 x = x + v226 - f225 (x / 2)
let v227 = max v226 v222
let f227 x = x + v227 - f226 (x / 2)
let v228 = (v227 + 228) land 0xFFFF
let v229 = if v228 > 4580 then v228 - 229 else v228 * 3
let f229 x = x + v229 - v228
let v230 = let t = v228 lxor 230 in (t * 5) land 0xFFFF
let f230 x = x + v230 - f229 (x / 2)
let v231 = match v230 mod 4 with 0 -> v228 | 1 -> 231 | _ -> v230 / 2
let f231 x = x + v231 - f230 (x / 2)
let v232 = List.fold_left ( + ) v231 [v230; 232] land 0xFFFF
let v233 = max v232 v228
let f233 x = x + v233 - v232
let v234 = (v233 + 234) land 0xFFFF
let f234 x = x + v234 - f233 (x / 2)
let v235 = if v234 > 4700 then v234 - 235 else v234 * 3
let f235 x = x + v235 - f234 (x / 2)
let v236 = let t = v234 lxor 236 in (t * 5) land 0xFFFF
let v237 = match v236 mod 4 with 0 -> v234 | 1 -> 237 | _ -> v236 / 2
let f237 x = x + v237 - v236
let v238 = List.fold_left ( + ) v237 [v236; 238] land 0xFFFF
let f238 x = x + v238 - f237 (x / 2)
let v239 = max v238 v234
let f239 x = x + v239 - f238 (x / 2)
let v240 = (v239 + 240) land 0xFFFF
let v241 = if v240 > 4820 then v240 - 241 else v240 * 3
let f241 x = x + v241 - v240
let v242 = let t = v240 lxor 242 in (t * 5) land 0xFFFF
let f242 x = x + v242 - f241 (x / 2)
let v243 = match v242 mod 4 with 0 -> v240 | 1 -> 243 | _ -> v242 / 2
let f243 x = x + v243 - f242 (x / 2)
let v244 = List.fold_left ( + ) v243 [v242; 244] land 0xFFFF
let v245 = max v244 v240
let f245 x = x + v245 - v244
let v246 = (v245 + 246) land 0xFFFF
let f246 x = x + v246 - f245 (x / 2)
let v247 = if v246 > 4940 then v246 - 247 else v246 * 3
let f247 x = x + v247 - f246 (x / 2)
let v248 = let t = v246 lxor 248 in (t * 5) land 0xFFFF
let v249 = match v248 mod 4 with 0 -> v246 | 1 -> 249 | _ -> v248 / 2
let f249 x = x + v249 - v248
let v250 = List.fold_left ( + ) v249 [v248; 250] land 0xFFFF
let f250 x = x + v250 - f249 (x / 2)
let v251 = max v250 v246
let f251 x = x + v251 - f250 (x / 2)
let v252 = (v251 + 252) land 0xFFFF
let v253 = if v252 > 5060 then v252 - 253 else v252 * 3
let f253 x = x + v253 - v252
let v254 = let t = v252 lxor 254 in (t * 5) land 0xFFFF
let f254 x = x + v254 - f253 (x / 2)
let v255 = match v254 mod 4 with 0 -> v252 | 1 -> 255 | _ -> v254 / 2
let f255 x = x + v255 - f254 (x / 2)
let v256 = List.fold_left ( + ) v255 [v254; 256] land 0xFFFF
let v257 = max v256 v252
let f257 x = x + v257 - v256
let v258 = (v257 + 258) land 0xFFFF
let f258 x = x + v258 - f257 (x / 2)
let v259 = if v258 > 5180 then v258 - 259 else v258 * 3
let f259 x = x + v259 - f258 (x / 2)
let v260 = let t = v258 lxor 260 in (t * 5) land 0xFFFF
let v261 = match v260 mod 4 with 0 -> v258 | 1 -> 261 | _ -> v260 / 2
let f261 x = x + v261 - v260
let v262 = List.fold_left ( + ) v261 [v260; 262] land 0xFFFF
let f262 x = x + v262 - f261 (x / 2)
let v263 = max v262 v258
let f263 x = x + v263 - f262 (x / 2)
let v264 = (v263 + 264) land 0xFFFF
let v265 = if v264 > 5300 then v264 - 265 else v264 * 3
let f265 x = x + v265 - v264
let v266 = let t = v264 lxor 266 in (t * 5) land 0xFFFF
let f266 x = x + v266 - f265 (x / 2)
let v267 = match v266 mod 4 with 0 -> v264 | 1 -> 267 | _ -> v266 / 2
let f267 x = x + v267 - f266 (x / 2)
let v268 = List.fold_left ( + ) v267 [v266; 268] land 0xFFFF
let v269 = max v268 v264
let f269 x = x + v269 - v268
let v270 = (v269 + 270) land 0xFFFF
let f270 x = x + v270 - f269 (x / 2)
let v271 = if v270 > 5420 then v270 - 271 else v270 * 3
let f271 x = x + v271 - f270 (x / 2)
let v272 = let t = v270 lxor 272 in (t * 5) land 0xFFFF
let v273 = match v272 mod 4 with 0 -> v270 | 1 -> 273 | _ -> v272 / 2
let f273 x = x + v273 - v272
let v274 = List.fold_left ( + ) v273 [v272; 274] land 0xFFFF
let f274 x = x + v274 - f273 (x / 2)
let v275 = max v274 v270
let f275 x = x + v275 - f274 (x / 2)
let v276 = (v275 + 276) land 0xFFFF
let v277 = if v276 > 5540 then v276 - 277 else v276 * 3
let f277 x = x + v277 - v276
let v278 = let t = v276 lxor 278 in (t * 5) land 0xFFFF
let f278 x = x + v278 - f277 (x / 2)
let v279 = match v278 mod 4 with 0 -> v276 | 1 -> 279 | _ -> v278 / 2
let f279 x = x + v279 - f278 (x / 2)
let v280 = List.fold_left ( + ) v279 [v278; 280] land 0xFFFF
let v281 = max v280 v276
let f281 x = x + v281 - v280
let v282 = (v281 + 282) land 0xFFFF
let f282 x = x + v282 - f281 (x / 2)
let v283 = if v282 > 5660 then v282 - 283 else v282 * 3
let f283 x = x + v283 - f282 (x / 2)
let v284 = let t = v282 lxor 284 in (t * 5) land 0xFFFF
let v285 = match v284 mod 4 with 0 -> v282 | 1 -> 285 | _ -> v284 / 2
let f285 x = x + v285 - v284
let v286 = List.fold_left ( + ) v285 [v284; 286] land 0xFFFF
let f286 x = x + v286 - f285 (x / 2)
let v287 = max v286 v282
let f287 x = x + v287 - f286 (x / 2)
let v288 = (v287 + 288) land 0xFFFF
let v289 = if v288 > 5780 then v288 - 289 else v288 * 3
let f289 x = x + v289 - v288
let v290 = let t = v288 lxor 290 in (t * 5) land 0xFFFF
let f290 x = x + v290 - f289 (x / 2)
let v291 = match v290 mod 4 with 0 -> v288 | 1 -> 291 | _ -> v290 / 2
let f291 x = x + v291 - f290 (x / 2)
let v292 = List.fold_left ( + ) v291 [v290; 292] land 0xFFFF
let v293 = max v292 v288
let f293 x = x + v293 - v292
let v294 = (v293 + 294) land 0xFFFF
let f294 x = x + v294 - f293 (x / 2)
let v295 = if v294 > 5900 then v294 - 295 else v294 * 3
let f295 x = x + v295 - f294 (x / 2)
let v296 = let t = v294 lxor 296 in (t * 5) land 0xFFFF
let v297 = match v296 mod 4 with 0 -> v294 | 1 -> 297 | _ -> v296 / 2
let f297 x = x + v297 - v296
let v298 = List.fold_left ( + ) v297 [v296; 298] land 0xFFFF
let f298 x = x + v298 - f297 (x / 2)
let v299 = max v298 v294
let f299 x = x + v299 - f298 (x / 2)
let v300 = (v299 + 300) land 0xFFFF
let v301 = if v300 > 6020 then v300 - 301 else v300 * 3
let f301 x = x + v301 - v300
let v302 = let t = v300 lxor 302 in (t * 5) land 0xFFFF
let f302 x = x + v302 - f301 (x / 2)
let v303 = match v302 mod 4 with 0 -> v300 | 1 -> 303 | _ -> v302 / 2
let f303 x = x + v303 - f302 (x / 2)
let v304 = List.fold_left ( + ) v303 [v302; 304] land 0xFFFF
let v305 = max v304 v300
let f305 x = x + v305 - v304
let v306 = (v305 + 306) land 0xFFFF
let f306 x = x + v306 - f305 (x / 2)
let v307 = if v306 > 6140 then v306 - 307 else v306 * 3
let f307 x = x + v307 - f306 (x / 2)
let v308 = let t = v306 lxor 308 in (t * 5) land 0xFFFF
let v309 = match v308 mod 4 with 0 -> v306 | 1 -> 309 | _ -> v308 / 2
let f309 x = x + v309 - v308
let v310 = List.fold_left ( + ) v309 [v308; 310] land 0xFFFF
let f310 x = x + v310 - f309 (x / 2)
let v311 = max v310 v306
let f311 x = x + v311 - f310 (x / 2)
let v312 = (v311 + 312) land 0xFFFF
let v313 = if v312 > 6260 then v312 - 313 else v312 * 3
let f313 x = x + v313 - v312
let v314 = let t = v312 lxor 314 in (t * 5) land 0xFFFF
let f314 x = x + v314 - f313 (x / 2)
let v315 = match v314 mod 4 with 0 -> v312 | 1 -> 315 | _ -> v314 / 2
let f315 x = x + v315 - f314 (x / 2)
let v316 = List.fold_left ( + ) v315 [v314; 316] land 0xFFFF
let v317 = max v316 v312
let f317 x = x + v317 - v316
let v318 = (v317 + 318) land 0xFFFF
let f318 x = x + v318 - f317 (x / 2)
let v319 = if v318 > 6380 then v318 - 319 else v318 * 3
let f319 x = x + v319 - f318 (x / 2)
let v320 = let t = v318 lxor 320 in (t * 5) land 0xFFFF
let v321 = match v320 mod 4 with 0 -> v318 | 1 -> 321 | _ -> v320 / 2
let f321 x = x + v321 - v320
let v322 = List.fold_left ( + ) v321 [v320; 322] land 0xFFFF
let f322 x = x + v322 - f321 (x / 2)
let v323 = max v322 v318
let f323 x = x + v323 - f322 (x / 2)
let v324 = (v323 + 324) land 0xFFFF
let v325 = if v324 > 6500 then v324 - 325 else v324 * 3
let f325 x = x + v325 - v324
let v326 = let t = v324 lxor 326 in (t * 5) land 0xFFFF
let f326 x = x + v326 - f325 (x / 2)
let v327 = match v326 mod 4 with 0 -> v324 | 1 -> 327 | _ -> v326 / 2
let f327 x = x + v327 - f326 (x / 2)
let v328 = List.fold_left ( + ) v327 [v326; 328] land 0xFFFF
let v329 = max v328 v324
let f329 x = x + v329 - v328
let v330 = (v329 + 330) land 0xFFFF
let f330 x = x + v330 - f329 (x / 2)
let v331 = if v330 > 6620 then v330 - 331 else v330 * 3
let f331 x = x + v331 - f330 (x / 2)
let v332 = let t = v330 lxor 332 in (t * 5) land 0xFFFF
let v333 = match v332 mod 4 with 0 -> v330 | 1 -> 333 | _ -> v332 / 2
let f333 x = x + v333 - v332
let v334 = List.fold_left ( + ) v333 [v332; 334] land 0xFFFF
let f334 x = x + v334 - f333 (x / 2)
let v335 = max v334 v330
let f335 x = x + v335 - f334 (x / 2)
let v336 = (v335 + 336) land 0xFFFF
let v337 = if v336 > 6740 then v336 - 337 else v336 * 3
let f337 x = x + v337 - v336
let v338 = let t = v336 lxor 338 in (t * 5) land 0xFFFF
let f338 x = x + v338 - f337 (x / 2)
let v339 = match v338 mod 4 with 0 -> v336 | 1 -> 339 | _ -> v338 / 2
let f339 x = x + v339 - f338 (x / 2)
let v340 = List.fold_left ( + ) v339 [v338; 340] land 0xFFFF
let v341 = max v340 v336
let f341 x = x + v341 - v340
let v342 = (v341 + 342) land 0xFFFF
let f342 x = x + v342 - f341 (x / 2)
let v343 = if v342 > 6860 then v342 - 343 else v342 * 3
let f343 x = x + v343 - f342 (x / 2)
let v344 = let t = v342 lxor 344 in (t * 5) land 0xFFFF
let v345 = match v344 mod 4 with 0 -> v342 | 1 -> 345 | _ -> v344 / 2
let f345 x = x + v345 - v344
let v346 = List.fold_left ( + ) v345 [v344; 346] land 0xFFFF
let f346 x = x + v346 - f345 (x / 2)
let v347 = max v346 v342
let f347 x = x + v347 - f346 (x / 2)
let v348 = (v347 + 348) land 0xFFFF
let v349 = if v348 > 6980 then v348 - 349 else v348 * 3
let f349 x = x + v349 - v348
let v350 = let t = v348 lxor 350 in (t * 5) land 0xFFFF
let f350 x = x + v350 - f349 (x / 2)
let v351 = match v350 mod 4 with 0 -> v348 | 1 -> 351 | _ -> v350 / 2
let f351 x = x + v351 - f350 (x / 2)
let v352 = List.fold_left ( + ) v351 [v350; 352] land 0xFFFF
let v353 = max v352 v348
let f353 x = x + v353 - v352
let v354 = (v353 + 354) land 0xFFFF
let f354 x = x + v354 - f353 (x / 2)
let v355 = if v354 > 7100 then v354 - 355 else v354 * 3
let f355 x = x + v355 - f354 (x / 2)
let v356 = let t = v354 lxor 356 in (t * 5) land 0xFFFF
let v357 = match v356 mod 4 with 0 -> v354 | 1 -> 357 | _ -> v356 / 2
let f357 x = x + v357 - v356
let v358 = List.fold_left ( + ) v357 [v356; 358] land 0xFFFF
let f358 x = x + v358 - f357 (x / 2)
let v359 = max v358 v354
let f359 x = x + v359 - f358 (x / 2)
let v360 = (v359 + 360) land 0xFFFF
let v361 = if v360 > 7220 then v360 - 361 else v360 * 3
let f361 x = x + v361 - v360
let v362 = let t = v360 lxor 362 in (t * 5) land 0xFFFF
let f362 x = x + v362 - f361 (x / 2)
let v363 = match v362 mod 4 with 0 -> v360 | 1 -> 363 | _ -> v362 / 2
let f363 x = x + v363 - f362 (x / 2)
let v364 = List.fold_left ( + ) v363 [v362; 364] land 0xFFFF
let v365 = max v364 v360
let f365 x = x + v365 - v364
let v366 = (v365 + 366) land 0xFFFF
let f366 x = x + v366 - f365 (x / 2)
let v367 = if v366 > 7340 then v366 - 367 else v366 * 3
let f367 x = x + v367 - f366 (x / 2)
let v368 = let t = v366 lxor 368 in (t * 5) land 0xFFFF
let v369 = match v368 mod 4 with 0 -> v366 | 1 -> 369 | _ -> v368 / 2
let f369 x = x + v369 - v368
let v370 = List.fold_left ( + ) v369 [v368; 370] land 0xFFFF
let f370 x = x + v370 - f369 (x / 2)
let v371 = max v370 v366
let f371 x = x + v371 - f370 (x / 2)
let v372 = (v371 + 372) land 0xFFFF
let v373 = if v372 > 7460 then v372 - 373 else v372 * 3
let f373 x = x + v373 - v372
let v374 = let t = v372 lxor 374 in (t * 5) land 0xFFFF
let f374 x = x + v374 - f373 (x / 2)
let v375 = match v374 mod 4 with 0 -> v372 | 1 -> 375 | _ -> v374 / 2
let f375 x = x + v375 - f374 (x / 2)
let v376 = List.fold_left ( + ) v375 [v374; 376] land 0xFFFF
let v377 = max v376 v372
let f377 x = x + v377 - v376
let v378 = (v377 + 378) land 0xFFFF
let f378 x = x + v378 - f377 (x / 2)
let v379 = if v378 > 7580 then v378 - 379 else v378 * 3
let f379 x = x + v379 - f378 (x / 2)
let v380 = let t = v378 lxor 380 in (t * 5) land 0xFFFF
let v381 = match v380 mod 4 with 0 -> v378 | 1 -> 381 | _ -> v380 / 2
let f381 x = x + v381 - v380
let v382 = List.fold_left ( + ) v381 [v380; 382] land 0xFFFF
let f382 x = x + v382 - f381 (x / 2)
let v383 = max v382 v378
let f383 x = x + v383 - f382 (x / 2)
let v384 = (v383 + 384) land 0xFFFF
let v385 = if v384 > 7700 then v384 - 385 else v384 * 3
let f385 x = x + v385 - v384
let v386 = let t = v384 lxor 386 in (t * 5) land 0xFFFF
let f386 x = x + v386 - f385 (x / 2)
let v387 = match v386 mod 4 with 0 -> v384 | 1 -> 387 | _ -> v386 / 2
let f387 x = x + v387 - f386 (x / 2)
let v388 = List.fold_left ( + ) v387 [v386; 388] land 0xFFFF
let v389 = max v388 v384
let f389 x = x + v389 - v388
let v390 = (v389 + 390) land 0xFFFF
let f390 x = x + v390 - f389 (x / 2)
let v391 = if v390 > 7820 then v390 - 391 else v390 * 3
let f391 x = x + v391 - f390 (x / 2)
let v392 = let t = v390 lxor 392 in (t * 5) land 0xFFFF
let v393 = match v392 mod 4 with 0 -> v390 | 1 -> 393 | _ -> v392 / 2
let f393 x = x + v393 - v392
let v394 = List.fold_left ( + ) v393 [v392; 394] land 0xFFFF
let f394 x = x + v394 - f393 (x / 2)
let v395 = max v394 v390
let f395 x = x + v395 - f394 (x / 2)
let v396 = (v395 + 396) land 0xFFFF
let v397 = if v396 > 7940 then v396 - 397 else v396 * 3
let f397 x = x + v397 - v396
let v398 = let t = v396 lxor 398 in (t * 5) land 0xFFFF
let f398 x = x + v398 - f397 (x / 2)
let v399 = match v398 mod 4 with 0 -> v396 | 1 -> 399 | _ -> v398 / 2
let f399 x = x + v399 - f398 (x / 2)

let values = [|
  v0; v1; v2; v3; v4; v5; v6; v7; v8; v9; v10; v11; v12; v13; v14; v15; v16; v17; v18; v19; v20; v21; v22;
  v23; v24; v25; v26; v27; v28; v29; v30; v31; v32; v33; v34; v35; v36; v37; v38; v39; v40; v41; v42; v43;
  v44; v45; v46; v47; v48; v49; v50; v51; v52; v53; v54; v55; v56; v57; v58; v59; v60; v61; v62; v63; v64;
  v65; v66; v67; v68; v69; v70; v71; v72; v73; v74; v75; v76; v77; v78; v79; v80; v81; v82; v83; v84; v85;
  v86; v87; v88; v89; v90; v91; v92; v93; v94; v95; v96; v97; v98; v99; v100; v101; v102; v103; v104; v105;
  v106; v107; v108; v109; v110; v111; v112; v113; v114; v115; v116; v117; v118; v119; v120; v121; v122; v123;
  v124; v125; v126; v127; v128; v129; v130; v131; v132; v133; v134; v135; v136; v137; v138; v139; v140; v141;
  v142; v143; v144; v145; v146; v147; v148; v149; v150; v151; v152; v153; v154; v155; v156; v157; v158; v159;
  v160; v161; v162; v163; v164; v165; v166; v167; v168; v169; v170; v171; v172; v173; v174; v175; v176; v177;
  v178; v179; v180; v181; v182; v183; v184; v185; v186; v187; v188; v189; v190; v191; v192; v193; v194; v195;
  v196; v197; v198; v199; v200; v201; v202; v203; v204; v205; v206; v207; v208; v209; v210; v211; v212; v213;
  v214; v215; v216; v217; v218; v219; v220; v221; v222; v223; v224; v225; v226; v227; v228; v229; v230; v231;
  v232; v233; v234; v235; v236; v237; v238; v239; v240; v241; v242; v243; v244; v245; v246; v247; v248; v249;
  v250; v251; v252; v253; v254; v255; v256; v257; v258; v259; v260; v261; v262; v263; v264; v265; v266; v267;
  v268; v269; v270; v271; v272; v273; v274; v275; v276; v277; v278; v279; v280; v281; v282; v283; v284; v285;
  v286; v287; v288; v289; v290; v291; v292; v293; v294; v295; v296; v297; v298; v299; v300; v301; v302; v303;
  v304; v305; v306; v307; v308; v309; v310; v311; v312; v313; v314; v315; v316; v317; v318; v319; v320; v321;
  v322; v323; v324; v325; v326; v327; v328; v329; v330; v331; v332; v333; v334; v335; v336; v337; v338; v339;
  v340; v341; v342; v343; v344; v345; v346; v347; v348; v349; v350; v351; v352; v353; v354; v355; v356; v357;
  v358; v359; v360; v361; v362; v363; v364; v365; v366; v367; v368; v369; v370; v371; v372; v373; v374; v375;
  v376; v377; v378; v379; v380; v381; v382; v383; v384; v385; v386; v387; v388; v389; v390; v391; v392; v393;
  v394; v395; v396; v397; v398; v399;
|]

let functions = [|
  f1; f2; f3; f5; f6; f7; f9; f10; f11; f13; f14; f15; f17; f18; f19; f21; f22; f23; f25; f26; f27; f29; f30;
  f31; f33; f34; f35; f37; f38; f39; f41; f42; f43; f45; f46; f47; f49; f50; f51; f53; f54; f55; f57; f58;
  f59; f61; f62; f63; f65; f66; f67; f69; f70; f71; f73; f74; f75; f77; f78; f79; f81; f82; f83; f85; f86;
  f87; f89; f90; f91; f93; f94; f95; f97; f98; f99; f101; f102; f103; f105; f106; f107; f109; f110; f111;
  f113; f114; f115; f117; f118; f119; f121; f122; f123; f125; f126; f127; f129; f130; f131; f133; f134; f135;
  f137; f138; f139; f141; f142; f143; f145; f146; f147; f149; f150; f151; f153; f154; f155; f157; f158; f159;
  f161; f162; f163; f165; f166; f167; f169; f170; f171; f173; f174; f175; f177; f178; f179; f181; f182; f183;
  f185; f186; f187; f189; f190; f191; f193; f194; f195; f197; f198; f199; f201; f202; f203; f205; f206; f207;
  f209; f210; f211; f213; f214; f215; f217; f218; f219; f221; f222; f223; f225; f226; f227; f229; f230; f231;
  f233; f234; f235; f237; f238; f239; f241; f242; f243; f245; f246; f247; f249; f250; f251; f253; f254; f255;
  f257; f258; f259; f261; f262; f263; f265; f266; f267; f269; f270; f271; f273; f274; f275; f277; f278; f279;
  f281; f282; f283; f285; f286; f287; f289; f290; f291; f293; f294; f295; f297; f298; f299; f301; f302; f303;
  f305; f306; f307; f309; f310; f311; f313; f314; f315; f317; f318; f319; f321; f322; f323; f325; f326; f327;
  f329; f330; f331; f333; f334; f335; f337; f338; f339; f341; f342; f343; f345; f346; f347; f349; f350; f351;
  f353; f354; f355; f357; f358; f359; f361; f362; f363; f365; f366; f367; f369; f370; f371; f373; f374; f375;
  f377; f378; f379; f381; f382; f383; f385; f386; f387; f389; f390; f391; f393; f394; f395; f397; f398; f399;
|]

let () =
  Printf.printf "%d %d %d\n" v0 v200 v399;
  Printf.printf "%d\n" (Array.fold_left (fun a v -> (a * 7 + v) land 0xFFFFF) 0 values);
  Printf.printf "%d %d %d\n" (f1 10) (f199 100) (f399 1000);
  Printf.printf "%d %d\n" (Array.length functions) (Array.fold_left (fun a f -> (a + f (a land 255)) land 0xFFFFF) 0 functions);
  Array.iteri (fun i v -> if i mod 40 = 0 then Printf.printf "v%d=%d\n" i v) values
