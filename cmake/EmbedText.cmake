# Writes OUTPUT, a C++ file that defines schemadiff::embedded::k<Name> for each of FILES:
# report_page.css becomes kReportPageCss.
#
#     cmake -DOUTPUT=out.cc "-DFILES=a.css;b.js" -P EmbedText.cmake
set(code "#include \"engine/render/embedded.h\"\n\nnamespace schemadiff::embedded {\n")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  file(SHA256 "${file}" digest)
  if(text MATCHES "\\)text\"")
    message(FATAL_ERROR "${file}: )text\" would end the string that it is put into")
  endif()
  get_filename_component(name "${file}" NAME)
  string(REGEX MATCHALL "[a-z]+" words "${name}")
  set(constant "k")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 first)
    string(SUBSTRING "${word}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND constant "${first}${rest}")
  endforeach()
  string(APPEND code "\nconst Text ${constant} = {R\"text(${text})text\", \"${digest}\"};\n")
endforeach()
string(APPEND code "\n}  // namespace schemadiff::embedded\n")
file(WRITE "${OUTPUT}" "${code}")
