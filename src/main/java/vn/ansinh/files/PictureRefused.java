package vn.ansinh.files;

import java.util.UUID;
import vn.ansinh.files.Upload.Reason;

/**
 * A picture that had been received has turned out not to be one that can be kept.
 *
 * @param holder as given when it was stored
 */
public record PictureRefused(FileId id, UUID holder, FileKind kind, Reason reason) {}
