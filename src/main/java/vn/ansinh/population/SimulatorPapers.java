package vn.ansinh.population;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The certificates and keys two parties of the simulation need, as PEM files: an authority, a
 * server for {@code localhost}, a client, and the keys both sign with. For the simulator and tests
 * only; the real ones come from the registry.
 */
final class SimulatorPapers {

  private static final long DAYS_VALID = 3650;

  /** Somebody's certificate with its key. */
  record Holder(String name, KeyPair keys, byte[] certificate) {}

  private final Instant now;
  private int serial;

  SimulatorPapers(Instant now) {
    this.now = now;
  }

  /** Everything a simulation needs, written into the directory. */
  void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    var authority = authority("AnSinh simulator authority");
    write(directory.resolve("authority.pem"), certificate(authority));
    writePair(directory, "server", issue(authority, "localhost"));
    writePair(directory, "client", issue(authority, "ansinh.client"));
    writeSigning(directory, "registry-signing");
    writeSigning(directory, "ansinh-signing");
  }

  Holder authority(String name) {
    var keys = pair("EC");
    return new Holder(name, keys, certificate(name, keys, name, keys, true));
  }

  Holder issue(Holder authority, String name) {
    var keys = pair("EC");
    return new Holder(
        name, keys, certificate(name, keys, authority.name(), authority.keys(), false));
  }

  static String certificate(Holder holder) {
    return MessageKeys.pem("CERTIFICATE", holder.certificate());
  }

  static String key(KeyPair keys) {
    return MessageKeys.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  static KeyPair pair(String kind) {
    try {
      var generator = KeyPairGenerator.getInstance(kind);
      if (kind.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (Files.getFileAttributeView(
            file.toAbsolutePath().getParent(), java.nio.file.attribute.PosixFileAttributeView.class)
        != null) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text, StandardOpenOption.CREATE);
  }

  private static void writePair(Path directory, String name, Holder holder) throws IOException {
    write(directory.resolve(name + ".pem"), certificate(holder));
    write(directory.resolve(name + "-key.pem"), key(holder.keys()));
  }

  private static void writeSigning(Path directory, String name) throws IOException {
    var keys = pair("Ed25519");
    write(directory.resolve(name + "-key.pem"), key(keys));
    write(
        directory.resolve(name + "-open.pem"),
        MessageKeys.pem("PUBLIC KEY", keys.getPublic().getEncoded()));
  }

  private byte[] certificate(
      String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority) {
    var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    try {
      var content = new V3TBSCertificateGenerator();
      content.setSerialNumber(
          new org.bouncycastle.asn1.ASN1Integer(
              BigInteger.valueOf(now.getEpochSecond())
                  .shiftLeft(16)
                  .add(BigInteger.valueOf(++serial))));
      content.setSignature(algorithm);
      content.setIssuer(new X500Name("CN=" + issuer));
      content.setSubject(new X500Name("CN=" + subject));
      content.setStartDate(new Time(Date.from(now.minus(1, ChronoUnit.DAYS))));
      content.setEndDate(new Time(Date.from(now.plus(DAYS_VALID, ChronoUnit.DAYS))));
      content.setSubjectPublicKeyInfo(
          SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
      var extensions = new ExtensionsGenerator();
      extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!authority) {
        extensions.addExtension(Extension.subjectAlternativeName, false, names(subject));
      }
      content.setExtensions(extensions.generate());
      var tbs = content.generateTBSCertificate();
      var signing = Signature.getInstance("SHA256withECDSA");
      signing.initSign(issuerKeys.getPrivate());
      signing.update(tbs.getEncoded("DER"));
      var parts = new ASN1EncodableVector();
      parts.add(tbs);
      parts.add(algorithm);
      parts.add(new DERBitString(signing.sign()));
      return new DERSequence(parts).getEncoded("DER");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralNames names(String subject) {
    return new GeneralNames(
        subject.equals("localhost")
            ? new GeneralName[] {
              new GeneralName(GeneralName.dNSName, subject),
              new GeneralName(
                  GeneralName.iPAddress, InetAddress.getLoopbackAddress().getHostAddress())
            }
            : new GeneralName[] {new GeneralName(GeneralName.dNSName, subject)});
  }
}
