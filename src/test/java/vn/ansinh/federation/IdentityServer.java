package vn.ansinh.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * An identity provider of its own in this process: Spring Authorization Server over HTTP, with real
 * codes, keys and tokens, that can be told to do wrong. People are added as a test needs them.
 */
public final class IdentityServer {

  public static final String CLIENT = "ansinh";
  public static final String CLIENT_BY_KEY = "ansinh-by-key";
  public static final String SECRET = "a secret of the tests: not one anywhere else";
  public static final String PASSWORD = "mat khau o noi khac";

  /** What it does wrong. */
  public enum Fault {
    NONE,
    /** Everything answers but the discovery document. */
    NO_DOCUMENT,
    WRONG_NONCE,
    WRONG_AUDIENCE,
    WRONG_PARTY,
    WRONG_ISSUER,
    EXPIRED,
    /** Somebody signed in there a minute before. */
    A_MINUTE_AGO,
    /** Somebody signed in there an hour before. */
    LONG_AGO,
    /** Nothing is said about when somebody signed in there. */
    AT_NO_TIME,
    FROM_TOMORROW,
    FOREIGN_KEY,
    UNSIGNED,
    SIGNED_WITH_OPEN_KEY,
    ANOTHER_AT_USER_INFO,
    DOWN
  }

  private static final Map<String, IdentityServer> RUNNING = new ConcurrentHashMap<>();

  final CopyOnWriteArrayList<RSAKey> keys = new CopyOnWriteArrayList<>();
  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private volatile Fault fault = Fault.NONE;
  private volatile boolean claimsInIdToken = true;
  private volatile ECKey clientKey;
  private final AnnotationConfigServletWebServerApplicationContext context;

  private IdentityServer(String redirect) {
    keys.add(newKey());
    context = new AnnotationConfigServletWebServerApplicationContext();
    context.registerBean(IdentityServer.class, () -> this);
    context.registerBean("redirect", String.class, () -> redirect);
    context.register(Server.class);
    context.refresh();
  }

  /** One for each address it leads back to, for all tests of this run. */
  public static IdentityServer leadingTo(String redirect) {
    return RUNNING.computeIfAbsent(redirect, IdentityServer::new);
  }

  public String issuer() {
    return "http://localhost:" + context.getWebServer().getPort();
  }

  /** Somebody with an account there. */
  public void knows(String account, Map<String, Object> claims) {
    people.put(account, Map.copyOf(claims));
  }

  public void does(Fault wrong) {
    fault = wrong;
  }

  Fault fault() {
    return fault;
  }

  void tellsOnlyAtUserInfo(boolean only) {
    claimsInIdToken = !only;
  }

  /** Signs with another key from now on; the old one is gone. */
  void rotate() {
    keys.set(0, newKey());
  }

  void trusts(ECKey key) {
    clientKey = key;
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(UUID.randomUUID().toString())
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private OidcUserInfo userInfo(String account) {
    var told = new HashMap<>(people.getOrDefault(account, Map.of()));
    told.put("sub", fault == Fault.ANOTHER_AT_USER_INFO ? "another" : account);
    return new OidcUserInfo(told);
  }

  private void customize(JwtEncodingContext token) {
    if (!token.getTokenType().getValue().equals("id_token")) {
      return;
    }
    var claims = token.getClaims();
    if (claimsInIdToken) {
      people.getOrDefault(token.getPrincipal().getName(), Map.of()).forEach(claims::claim);
    }
    WrongTokens.spoil(claims, fault);
  }

  /** A test's, or the application under test would take it for its own. */
  @TestConfiguration(proxyBeanMethods = false)
  @EnableWebMvc
  @EnableWebSecurity
  static class Server {

    @Bean
    TomcatServletWebServerFactory web() {
      return new TomcatServletWebServerFactory(0);
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> servlet(DispatcherServlet servlet) {
      return new ServletRegistrationBean<>(servlet, "/");
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> outage(IdentityServer server) {
      var filter =
          new FilterRegistrationBean<OncePerRequestFilter>(
              new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                  if (server.fault == Fault.DOWN
                      || server.fault == Fault.NO_DOCUMENT
                          && request.getRequestURI().contains("/.well-known/")) {
                    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                  } else if (request.getRequestURI().equals("/client-keys")) {
                    response.setContentType("application/json");
                    response
                        .getWriter()
                        .print(new JWKSet(server.clientKey.toPublicJWK()).toString());
                  } else {
                    chain.doFilter(request, response);
                  }
                }
              });
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, IdentityServer server) throws Exception {
      return http.oauth2AuthorizationServer(
              it ->
                  it.oidc(
                      oidc ->
                          oidc.userInfoEndpoint(
                              info ->
                                  info.userInfoMapper(
                                      who ->
                                          server.userInfo(
                                              who.getAuthorization().getPrincipalName())))))
          .authorizeHttpRequests(it -> it.anyRequest().authenticated())
          .oauth2ResourceServer(it -> it.jwt(Customizer.withDefaults()))
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService users(IdentityServer server) {
      return account -> {
        if (!server.people.containsKey(account)) {
          throw new UsernameNotFoundException(account);
        }
        return User.withUsername(account).password("{noop}" + PASSWORD).roles("PERSON").build();
      };
    }

    /** Asked at every request: where this server's own keys of clients are is known by then. */
    @Bean
    RegisteredClientRepository clients(String redirect, IdentityServer server) {
      return new RegisteredClientRepository() {
        @Override
        public void save(RegisteredClient client) {
          // It wants to keep the secret hashed; there is nothing to keep.
        }

        @Override
        public RegisteredClient findById(String id) {
          return findByClientId(id);
        }

        @Override
        public RegisteredClient findByClientId(String id) {
          return switch (id) {
            case CLIENT -> bySecret(redirect);
            case CLIENT_BY_KEY -> byKey(redirect, server);
            default -> null;
          };
        }
      };
    }

    private static RegisteredClient bySecret(String redirect) {
      return client(CLIENT, redirect)
          .clientSecret("{noop}" + SECRET)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientSettings(settings().build())
          .build();
    }

    private static RegisteredClient byKey(String redirect, IdentityServer server) {
      return client(CLIENT_BY_KEY, redirect)
          .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
          .clientSettings(
              settings()
                  .jwkSetUrl(server.issuer() + "/client-keys")
                  .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                  .build())
          .build();
    }

    private static ClientSettings.Builder settings() {
      return ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
    }

    private static RegisteredClient.Builder client(String id, String redirect) {
      return RegisteredClient.withId(id)
          .clientId(id)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri(redirect)
          .scope("openid")
          .scope("profile");
    }

    @Bean
    AuthorizationServerSettings settings(IdentityServer server) {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> ownKeys(IdentityServer server) {
      return (selector, _) -> selector.select(new JWKSet(server.keys.getFirst()));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys, IdentityServer server) {
      return new WrongTokens(keys, server);
    }

    @Bean
    JwtDecoder decoder(IdentityServer server) {
      return token -> decoderNow(server).decode(token);
    }

    private static JwtDecoder decoderNow(IdentityServer server) {
      try {
        return NimbusJwtDecoder.withPublicKey(server.keys.getFirst().toRSAPublicKey()).build();
      } catch (com.nimbusds.jose.JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> customizer(IdentityServer server) {
      return server::customize;
    }
  }
}
