package org.packhaus.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, Long> {
    User saveAndFlush(User user);

    Optional<User> findById(long id);

    Optional<User> findByEmail(String email);

    Optional<User> findByLinkHash(String hash);

    Optional<User> findByPasskeyHandle(byte[] handle);

    List<User> findByTotpSecretIsNotNull();

    List<User> findByAdministratorTrueAndActiveTrue();

    List<User> findAllByOrderByName();

    long count();
}
