package vn.ansinh.federation;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/** What binds an answer of the provider to the browser that left for it. */
record Departure(State state, Nonce nonce, CodeVerifier verifier) {

  @Override
  public String toString() {
    return "Departure";
  }
}
