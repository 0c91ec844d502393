package org.packhaus.sdk;

/**
 * A file that came or goes with a message.
 *
 * @param name as the sender called it, without a path; never to be believed
 * @param mediaType as the sender said, lower-case, without parameters
 * @param content its bytes; treated as never changing
 */
@SuppressWarnings("ArrayRecordComponent") // Files are large and compared nowhere.
public record MessageAttachment(String name, String mediaType, byte[] content) {

    /** Refers to the file without printing its bytes. */
    @Override
    public String toString() {
        return mediaType + " (" + content.length + " bytes)";
    }
}
