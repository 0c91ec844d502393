package org.packhaus.security;

/**
 * What an authenticator app needs to know, not kept until a code proves that it does.
 *
 * @param secret in Base32, to be typed where no camera is
 * @param uri the same for the camera: {@code otpauth://totp/…}
 */
public record NewSecondFactor(String secret, String uri) {
    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "NewSecondFactor[•••]";
    }
}
