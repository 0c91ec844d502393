package org.packhaus.plugin;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PluginFileRepository extends Repository<PluginFile, Long> {
    PluginFile save(PluginFile file);

    Optional<PluginFile> findByPluginId(String pluginId);

    @Query("select f from PluginFile f left join fetch f.sellers")
    List<PluginFile> findAll();
}
