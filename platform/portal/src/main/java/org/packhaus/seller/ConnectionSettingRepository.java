package org.packhaus.seller;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ConnectionSettingRepository extends Repository<ConnectionSetting, Long> {
    ConnectionSetting save(ConnectionSetting setting);

    List<ConnectionSetting> findByConnectionIdOrderByField(long connectionId);

    Optional<ConnectionSetting> findByConnectionIdAndField(long connectionId, String field);

    List<ConnectionSetting> findBySecretTrue();

    void delete(ConnectionSetting setting);
}
