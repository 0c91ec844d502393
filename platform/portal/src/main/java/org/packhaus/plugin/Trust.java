package org.packhaus.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.packhaus.plugin.PluginProperties.Policy;

/** Who vouches for a plugin file? See docs/decisions, "Which plugin files are trusted". */
final class Trust {
    private final Policy policy;
    private final Map<String, PublicKey> keys = new LinkedHashMap<>();
    private final Optional<Path> checksums;

    Trust(PluginProperties properties) {
        this.policy = properties.policy();
        this.checksums = Optional.ofNullable(properties.checksums());
        properties.trustedKeys().forEach((signer, key) -> keys.put(signer, publicKey(signer, key)));
    }

    /**
     * Says why the file may be loaded, for the record.
     *
     * @param jar our own copy of it, so that nobody changes it between this look and the loading
     * @param signature {@code name.jar.sig} beside the original; need not exist
     */
    String vouch(Path jar, String sha256, Path signature) throws PluginRefused {
        if (Files.exists(signature)) {
            return "signature of " + signer(jar, signature);
        }
        if (listed(sha256)) {
            return "checksum list";
        }
        if (policy == Policy.ALLOW_UNSIGNED) {
            return "policy ALLOW_UNSIGNED";
        }
        throw new PluginRefused(
                "plugin-unsigned",
                "The file has no signature. Put " + signature.getFileName()
                        + " beside it (Ed25519, by one of the keys in packhaus.plugins.trusted-keys), or set packhaus.plugins.policy to"
                        + " ALLOW_UNSIGNED if you trust everything in the plugin folder.");
    }

    private String signer(Path jar, Path signature) throws PluginRefused {
        try {
            byte[] content = Files.readAllBytes(jar);
            byte[] signed = signatureBytes(Files.readAllBytes(signature));
            for (var key : keys.entrySet()) {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key.getValue());
                check.update(content);
                if (signed.length == 64 && check.verify(signed)) {
                    return key.getKey();
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new PluginRefused(
                    "plugin-signature", signature.getFileName() + " cannot be checked: " + e.getMessage(), e);
        }
        throw new PluginRefused(
                "plugin-signature",
                signature.getFileName()
                        + " is not the signature of this file by a trusted key. The file was changed, or the signer's"
                        + " public key is missing in packhaus.plugins.trusted-keys.");
    }

    /** 64 bytes, or the same in Base64. */
    private static byte[] signatureBytes(byte[] file) {
        if (file.length == 64) {
            return file;
        }
        try {
            return Base64.getMimeDecoder().decode(file);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private boolean listed(String sha256) throws PluginRefused {
        if (checksums.isEmpty() || !Files.exists(checksums.get())) {
            return false;
        }
        try (var lines = Files.lines(checksums.get())) {
            return lines.anyMatch(line -> line.split("\\s", 2)[0].equalsIgnoreCase(sha256));
        } catch (IOException e) {
            throw new PluginRefused("plugin-checksums", "The checksum list cannot be read: " + e.getMessage(), e);
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey(String signer, String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "packhaus.plugins.trusted-keys." + signer
                            + " is no Ed25519 public key (X.509, Base64). Make one with: openssl pkey -in key.pem -pubout -outform DER | base64",
                    e);
        }
    }
}
