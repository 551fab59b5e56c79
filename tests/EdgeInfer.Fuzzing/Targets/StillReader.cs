using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Images;

namespace EdgeInfer.Fuzzing.Targets;

internal delegate Still StillReader(byte[] bytes, FrameShape frame, string path);
