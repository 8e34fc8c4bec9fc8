package vn.ansinh.files;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pictures lie when not in a directory: anything that speaks S3's API.
 *
 * @param bucket {@code ANSINH_FILES_S3_BUCKET}; empty means the directory
 * @param endpoint {@code …_ENDPOINT}: address of the server, such as {@code
 *     https://s3.example.vn:9000}
 * @param region {@code …_REGION}: most servers take any
 * @param prefix {@code …_PREFIX}: put before every name, where the bucket is shared
 * @param pathStyle {@code …_PATH_STYLE}: the bucket in the path rather than in the host name
 * @param accessKey {@code …_ACCESS_KEY}
 * @param secretKey {@code …_SECRET_KEY}
 * @param connectTimeout to reach the server
 * @param timeout for one call, repetitions included
 */
@ConfigurationProperties("ansinh.files.s3")
record S3Settings(
    @DefaultValue("") String bucket,
    @DefaultValue("") String endpoint,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String prefix,
    @DefaultValue("true") boolean pathStyle,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout) {

  boolean isUsed() {
    return !bucket.isBlank();
  }

  /** A line each. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (isUsed()) {
      if (!isAddress(endpoint)) {
        problems.add("ANSINH_FILES_S3_ENDPOINT is missing: set it to https://HOST[:PORT]");
      }
      if (accessKey.isBlank()) {
        problems.add("ANSINH_FILES_S3_ACCESS_KEY is missing");
      }
      if (secretKey.isBlank()) {
        problems.add("ANSINH_FILES_S3_SECRET_KEY is missing");
      }
    }
    return problems;
  }

  private static boolean isAddress(String text) {
    try {
      var address = URI.create(text.strip());
      return address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http");
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "bucket " + bucket + " at " + endpoint;
  }
}
