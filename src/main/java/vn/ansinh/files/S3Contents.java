package vn.ansinh.files;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Contents in a bucket. An object appears whole or not at all, and the server confirms by its
 * SHA-256 that it has what was sent. Waits never longer than the settings say.
 */
final class S3Contents implements FileContents, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(S3Contents.class);
  private static final Pattern NAME =
      Pattern.compile("[0-9a-f]{2}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** What servers give at most. */
  private static final int NAMES_AT_ONCE = 1000;

  private final S3Settings settings;
  private final int namesAtOnce;
  private final S3Client client;

  S3Contents(S3Settings settings) {
    this(settings, NAMES_AT_ONCE);
  }

  /**
   * @param namesAtOnce how many names to ask for in one answer
   */
  S3Contents(S3Settings settings, int namesAtOnce) {
    this.settings = settings;
    this.namesAtOnce = namesAtOnce;
    this.client =
        S3Client.builder()
            .endpointOverride(URI.create(settings.endpoint().strip()))
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(settings.connectTimeout())
                    .socketTimeout(settings.timeout()))
            .overrideConfiguration(it -> it.apiCallTimeout(settings.timeout()))
            // Many servers speak the API as it was before checksums in trailers.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(settings.pathStyle())
                    .chunkedEncodingEnabled(false)
                    .build())
            .build();
  }

  /**
   * Says in one line when the bucket cannot be used now. A server that does not answer keeps no
   * node from starting: pictures wait in the database.
   *
   * @throws FilesException when it answers that there is no such bucket or no right to it
   */
  void look() {
    try {
      client.headBucket(it -> it.bucket(settings.bucket()));
    } catch (S3Exception e) {
      if (e.statusCode() >= 400 && e.statusCode() < 500) {
        throw new FilesException(
            "No use of " + settings + " (" + e.statusCode() + "): see ANSINH_FILES_S3_…");
      }
      sayUnreachable(e);
    } catch (SdkException e) {
      sayUnreachable(e);
    }
  }

  private void sayUnreachable(SdkException e) {
    LOG.error(
        "The storage of pictures does not answer: {} ({}). Pictures wait in the database; what is"
            + " stored cannot be opened until it does",
        settings,
        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
  }

  @Override
  public void write(FileId id, byte[] sealed) {
    var checksum = sha256(sealed);
    var answer =
        call(
            "written",
            () ->
                client.putObject(
                    it ->
                        it.bucket(settings.bucket())
                            .key(name(id))
                            .contentType("application/octet-stream")
                            .checksumSHA256(checksum),
                    RequestBody.fromBytes(sealed)));
    var stored = answer.checksumSHA256();
    if (stored != null && !stored.equals(checksum)) {
      throw new FilesException("a picture arrived altered in " + settings);
    }
  }

  @Override
  public Optional<byte[]> read(FileId id) {
    return call("read", () -> found(id));
  }

  private Optional<byte[]> found(FileId id) {
    try {
      return Optional.of(
          client
              .getObjectAsBytes(it -> it.bucket(settings.bucket()).key(name(id)))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isMissing(FileId id) {
    return call(
        "looked for",
        () -> {
          try {
            client.headObject(it -> it.bucket(settings.bucket()).key(name(id)));
            return false;
          } catch (NoSuchKeyException _) {
            return true;
          }
        });
  }

  @Override
  public void erase(FileId id) {
    call("erased", () -> client.deleteObject(it -> it.bucket(settings.bucket()).key(name(id))));
  }

  /** A page of names at a time. */
  @Override
  public Stream<FileId> writtenBefore(Instant moment) {
    var pages =
        client.listObjectsV2Paginator(
            it -> it.bucket(settings.bucket()).prefix(settings.prefix()).maxKeys(namesAtOnce));
    return call("listed", () -> pages.contents().stream())
        .filter(it -> it.lastModified().isBefore(moment))
        .map(this::id)
        .flatMap(Optional::stream);
  }

  /** Objects are sent in one piece: nothing unfinished can be there. */
  @Override
  public void eraseUnfinished(Instant before) {}

  @Override
  public void close() {
    client.close();
  }

  private String name(FileId id) {
    var name = id.value().toString();
    return settings.prefix() + name.substring(name.length() - 2) + "/" + name;
  }

  private Optional<FileId> id(S3Object object) {
    var name = NAME.matcher(object.key().substring(settings.prefix().length()));
    return name.matches()
        ? Optional.of(new FileId(UUID.fromString(name.group(1))))
        : Optional.empty();
  }

  private <T extends @Nullable Object> T call(String done, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new StorageUnavailable("a picture could not be " + done + " in " + settings, e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
