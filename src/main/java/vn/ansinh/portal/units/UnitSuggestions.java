package vn.ansinh.portal.units;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitPath;

/**
 * {@code GET /units?layer=&q=}: wards for the picker's type-ahead. Public facts, the same for
 * everybody: no session, no cookie, kept by browsers and proxies for an hour.
 */
@Configuration(proxyBeanMethods = false)
class UnitSuggestions {

  static final String PATH = "/units";
  private static final int MOST = 10;
  private static final int LONGEST = 100;

  private final AdministrativeUnits units;

  UnitSuggestions(AdministrativeUnits units) {
    this.units = units;
  }

  @Bean
  RouterFunction<ServerResponse> unitSuggestionRoutes() {
    return RouterFunctions.route().GET(PATH, this::suggest).build();
  }

  @Bean
  @Order(500)
  SecurityFilterChain unitSuggestionSecurity(HttpSecurity http) throws Exception {
    return http.securityMatcher(PATH)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }

  private ServerResponse suggest(ServerRequest request) {
    var layer =
        request.param("layer").filter(Layer.UNTIL_2025.name()::equals).isPresent()
            ? Layer.UNTIL_2025
            : Layer.SINCE_2025;
    var typed = request.param("q").orElse("");
    return ServerResponse.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(
            units
                .search(layer, typed.substring(0, Math.min(LONGEST, typed.length())), MOST)
                .stream()
                .map(this::suggestion)
                .toList());
  }

  private Suggestion suggestion(UnitPath path) {
    var district = path.district();
    var now =
        path.layer() == Layer.UNTIL_2025
            ? units.successors(path.ward().code()).stream().map(UnitPath::text).toList()
            : List.<String>of();
    return new Suggestion(
        path.province().code(),
        district == null ? "" : district.code(),
        path.ward().code(),
        path.text(),
        now);
  }

  /**
   * @param now for an old ward: what it is today
   */
  record Suggestion(String province, String district, String ward, String text, List<String> now) {}
}
