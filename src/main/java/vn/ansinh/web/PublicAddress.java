package vn.ansinh.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people reach this installation, for links they keep.
 *
 * @param publicUrl {@code ANSINH_PUBLIC_URL}, without a slash at the end
 */
@ConfigurationProperties("ansinh")
public record PublicAddress(@DefaultValue("http://localhost:8080") String publicUrl) {

  public String of(String path) {
    return publicUrl + path;
  }
}
