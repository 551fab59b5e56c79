using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;

namespace EdgeInfer.Tests.Support.Fuzzing;

public delegate Still StillReader(byte[] bytes, FrameShape frame, string path);
