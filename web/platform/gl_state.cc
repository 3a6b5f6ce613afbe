// What Dear ImGui's renderer asks WebGL for before each frame, in order to put it back afterwards. A real
// question makes the worker wait until the graphics process has done everything before it: 60 to
// 250 ms a frame without a graphics card, in which no tap is heard.
#include <GLES3/gl3.h>

#include <algorithm>

namespace {

// How many numbers belong to a state that the renderer keeps; 0: none of those.
int KeptState(GLenum name) {
  switch (name) {
    case GL_ACTIVE_TEXTURE:
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_DST_RGB:
    case GL_BLEND_SRC_ALPHA:
    case GL_BLEND_DST_ALPHA:
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      return 1;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      return 4;
    default:
      return 0;
  }
}

// OpenGL ES 3.0, tables 6.2 to 6.14. Viewport and scissor box are set before each use.
GLint InitialState(GLenum name) {
  switch (name) {
    case GL_ACTIVE_TEXTURE:
      return GL_TEXTURE0;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      return GL_ONE;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      return GL_FUNC_ADD;
    default:
      return 0;
  }
}

}  // namespace

// The renderer is compiled with this in place of glGetIntegerv (cmake/third_party.cmake). Nothing else
// keeps state in the context between frames, so the initial state is what there is to put back.
extern "C" void pingshen_gl_get(GLenum name, GLint* out) {
  if (const int count = KeptState(name); count > 0)
    std::fill_n(out, count, InitialState(name));
  else
    glGetIntegerv(name, out);
}
