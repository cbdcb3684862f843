process TRIPTYCH_MERGE {
    tag "${meta.id}"
    label 'process_single'

    input:
    tuple val(meta), path(parts, stageAs: 'parts/?/*')

    output:
    tuple val(meta), path("${prefix}/*.csv")          , emit: tables
    tuple val(meta), path("${prefix}/folder-run.json"), emit: run
    tuple val(meta), path("${prefix}/*.png")          , emit: plots, optional: true
    path "versions.yml"                               , emit: versions

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    code=0
    triptych merge ${parts} --save="${prefix}" ${args} > run.txt || code=\$?
    cat run.txt
    # 1 is also the code where the tables are whole and single images could not be read.
    case \$(cat run.txt) in
        [0-9]*) ;;
        *) exit \$code ;;
    esac

    cat <<-END_VERSIONS > versions.yml
    "${task.process}":
        triptych: \$(triptych --version | sed 's/^Triptych //')
    END_VERSIONS
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    mkdir "${prefix}"
    touch "${prefix}/all-objects.csv"
    echo '{"summary": "stub", "failed": {}}' > "${prefix}/folder-run.json"

    cat <<-END_VERSIONS > versions.yml
    "${task.process}":
        triptych: \$(triptych --version | sed 's/^Triptych //')
    END_VERSIONS
    """
}
