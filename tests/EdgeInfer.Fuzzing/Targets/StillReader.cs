using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;

namespace EdgeInfer.Fuzzing.Targets;

internal delegate Still StillReader(byte[] bytes, FrameShape frame, string path);
