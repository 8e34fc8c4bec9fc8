package vn.ansinh.files;

import java.util.UUID;

/** A photo of a paper was read and says something. Published in the transaction that keeps it. */
public record PaperRead(FileId id, UUID holder) {}
