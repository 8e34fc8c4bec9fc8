package vn.ansinh.files;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A directory, or a bucket where one is named. */
@Configuration(proxyBeanMethods = false)
class Storage {

  @Bean
  FileContents fileContents(FilesSettings files, S3Settings s3) {
    if (!s3.isUsed()) {
      return new DirectoryContents(files);
    }
    List<String> problems = s3.problems();
    if (!problems.isEmpty()) {
      throw new FilesException(String.join("; ", problems));
    }
    var contents = new S3Contents(s3);
    contents.look();
    return contents;
  }
}
