package vn.ansinh.registration;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/**
 * Measures what sealing and hashing fields cost, by taking them away: a provider before all others
 * whose AES-GCM copies and whose HMAC-SHA-256 hardly looks while it is switched on, and which hands
 * everything on to Java's own while it is off. Of the tests only: what ships has no such switch.
 */
final class NoEncryption extends Provider {

  private static final long serialVersionUID = 1L;
  private static final int TAG = 16;
  private static final int HASH = 32;

  private static volatile boolean on;

  private NoEncryption() {
    super("NoEncryption", "1", "copies instead of encrypting");
    put("Cipher.AES/GCM/NoPadding", Copying.class.getName());
    put("Mac.HmacSHA256", Folding.class.getName());
  }

  static void install() {
    Security.insertProviderAt(new NoEncryption(), 1);
  }

  static void switched(boolean state) {
    on = state;
  }

  /** Made by Java's security framework. */
  public static final class Copying extends CipherSpi {
    private final Cipher real;
    private int mode;
    private boolean copying;

    public Copying() throws GeneralSecurityException {
      real = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
        throws InvalidKeyException, java.security.InvalidAlgorithmParameterException {
      this.mode = mode;
      copying = on;
      if (!copying) {
        real.init(mode, key, parameters, random);
      }
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length)
        throws javax.crypto.IllegalBlockSizeException, javax.crypto.BadPaddingException {
      if (!copying) {
        return real.doFinal(input, offset, length);
      }
      int size = mode == Cipher.ENCRYPT_MODE ? length + TAG : length - TAG;
      var copy = new byte[size];
      System.arraycopy(input, offset, copy, 0, Math.min(length, size));
      return copy;
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
        throws javax.crypto.ShortBufferException,
            javax.crypto.IllegalBlockSizeException,
            javax.crypto.BadPaddingException {
      if (!copying) {
        return real.doFinal(input, offset, length, output, at);
      }
      var copy = engineDoFinal(input, offset, length);
      System.arraycopy(copy, 0, output, at, copy.length);
      return copy.length;
    }

    @Override
    protected void engineUpdateAAD(byte[] source, int offset, int length) {
      if (!copying) {
        real.updateAAD(source, offset, length);
      }
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return length + TAG;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetMode(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetPadding(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineGetBlockSize() {
      return TAG;
    }

    @Override
    protected byte[] engineGetIV() {
      return real.getIV();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
      return real.getParameters();
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
      throw new UnsupportedOperationException();
    }
  }

  /**
   * Made by Java's security framework. Libraries keep one for each thread and key, so what it does
   * is decided anew for every message and not when it is given its key.
   */
  public static final class Folding extends MacSpi {
    private final Mac real;
    private Key key;
    private boolean keyed;
    private byte[] start = new byte[HASH];
    private byte[] folded = new byte[HASH];
    private int filled;
    private boolean begun;
    private boolean folding;

    public Folding() throws GeneralSecurityException {
      real = Mac.getInstance("HmacSHA256", "SunJCE");
    }

    @Override
    protected int engineGetMacLength() {
      return HASH;
    }

    @Override
    protected void engineInit(Key key, AlgorithmParameterSpec parameters) {
      this.key = key;
      keyed = false;
      start = Arrays.copyOf(key.getEncoded(), HASH);
      begun = false;
    }

    private void begin() {
      if (begun) {
        return;
      }
      begun = true;
      folding = on;
      if (folding) {
        folded = start.clone();
        filled = 0;
      } else if (!keyed) {
        try {
          real.init(key);
        } catch (InvalidKeyException e) {
          throw new IllegalStateException(e);
        }
        keyed = true;
      }
    }

    @Override
    protected void engineUpdate(byte input) {
      begin();
      if (folding) {
        folded[filled % HASH] = (byte) (folded[filled++ % HASH] * 31 + input);
      } else {
        real.update(input);
      }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      begin();
      if (folding) {
        for (int i = 0; i < length; i++) {
          engineUpdate(input[offset + i]);
        }
      } else {
        real.update(input, offset, length);
      }
    }

    @Override
    protected byte[] engineDoFinal() {
      begin();
      begun = false;
      return folding ? folded.clone() : real.doFinal();
    }

    @Override
    protected void engineReset() {
      if (begun && !folding) {
        real.reset();
      }
      begun = false;
    }
  }
}
