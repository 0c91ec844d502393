package org.packhaus.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PasskeyRepository extends Repository<Passkey, Long> {
    Passkey save(Passkey passkey);

    Optional<Passkey> findByCredentialId(byte[] credentialId);

    Optional<Passkey> findByIdAndUserId(long id, long userId);

    List<Passkey> findByUserIdOrderByCreatedAt(long userId);

    void delete(Passkey passkey);

    void deleteByUserId(long userId);
}
