package org.packhaus.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiToken, Long> {
    ApiToken save(ApiToken token);

    Optional<ApiToken> findByHash(String hash);

    Optional<ApiToken> findByIdAndUserIdAndRevokedAtIsNull(long id, long userId);

    List<ApiToken> findByUserIdAndRevokedAtIsNullOrderByCreatedAt(long userId);
}
