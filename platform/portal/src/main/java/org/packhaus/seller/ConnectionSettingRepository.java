package org.packhaus.seller;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ConnectionSettingRepository extends Repository<ConnectionSetting, Long> {
    ConnectionSetting save(ConnectionSetting setting);

    List<ConnectionSetting> findByConnectionIdOrderByField(long connectionId);

    List<ConnectionSetting> findBySecretTrue();

    void delete(ConnectionSetting setting);
}
